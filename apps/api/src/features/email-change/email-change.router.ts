import { createRouter } from '../../trpc/procedure.ts';
import { confirmEmailChange } from './confirm-email-change.ts';
import { portalRequestEmailChange } from './portal-request-email-change.ts';
import { requestEmailChange } from './request-email-change.ts';

export const emailChangeRouter = createRouter({ request: requestEmailChange, confirm: confirmEmailChange });

export const portalEmailChangeRouter = createRouter({
  request: portalRequestEmailChange,
  confirm: confirmEmailChange,
});
