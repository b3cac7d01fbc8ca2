import { ConfirmTotpInput, FactorEnrolled } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { finishEnrolment } from './totp.service.ts';

/** S5, S7: the first code of a new authenticator app; all other sessions end. */
export const confirmTotp = procedure
  .staff({ permission: null, action: 'factor.change' })
  .input(ConfirmTotpInput)
  .output(FactorEnrolled)
  .mutation(({ call, input }) => {
    call.authorize({ action: 'factor.change' });
    return finishEnrolment(call, input.code);
  });
