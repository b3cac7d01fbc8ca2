import { FactorEnrolled, FinishPasskeyInput } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { keepPasskey, verifyNewPasskey } from './register-passkey.service.ts';

/** S5, S7: keeps a new passkey; all other sessions end. */
export const finishPasskey = procedure
  .staff({ permission: null, action: 'factor.change' })
  .input(FinishPasskeyInput)
  .output(FactorEnrolled)
  .prepare(({ input, request }) => verifyNewPasskey(input.response, request))
  .mutation(({ call, input, prepared }) => {
    call.authorize({ action: 'factor.change' });
    return keepPasskey(call, input.name, prepared);
  });
