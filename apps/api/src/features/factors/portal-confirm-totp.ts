import { ConfirmTotpInput, FactorEnrolled } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { finishEnrolment } from './totp.service.ts';

/** S5, S7: the first code of a new authenticator app; all other sessions end. */
export const portalConfirmTotp = procedure
  .portal({ permission: null, action: 'portal.factor.change' })
  .input(ConfirmTotpInput)
  .output(FactorEnrolled)
  .mutation(({ call, input }) => {
    call.authorize({ action: 'portal.factor.change' });
    return finishEnrolment(call, input.code);
  });
