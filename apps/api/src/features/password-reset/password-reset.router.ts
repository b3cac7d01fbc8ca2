import { createRouter } from '../../trpc/procedure.ts';
import { completePasswordReset } from './complete-password-reset.ts';
import { requestPasswordReset } from './request-password-reset.ts';

/** At both doors: whose accounts are meant is the door's. */
export const passwordResetRouter = createRouter({
  request: requestPasswordReset,
  complete: completePasswordReset,
});
