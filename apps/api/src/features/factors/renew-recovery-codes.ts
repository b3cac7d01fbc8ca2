import { RecoveryCodes } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { renewOwnCodes } from './recovery-codes.service.ts';

/** S5, S7: ten new recovery codes, shown this once; the old ones and all other sessions end. */
export const renewRecoveryCodes = procedure
  .staff({ permission: null, action: 'factor.change' })
  .input(NoInput)
  .output(RecoveryCodes)
  .mutation(({ call }) => {
    call.authorize({ action: 'factor.change' });
    return renewOwnCodes(call);
  });
