import { createRouter } from '../../trpc/procedure.ts';
import { carryOutOffboarding } from './carry-out-offboarding.ts';
import { previewOffboarding } from './preview-offboarding.ts';

export const offboardingRouter = createRouter({
  preview: previewOffboarding,
  carryOut: carryOutOffboarding,
});
