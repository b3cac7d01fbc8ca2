import { OwnFactors, RenamePasskeyInput } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { renameOwnPasskey } from './own-factors.service.ts';

/** Gives a passkey another name. */
export const renamePasskey = procedure
  .staff({ permission: null, action: 'factor.change' })
  .input(RenamePasskeyInput)
  .output(OwnFactors)
  .mutation(({ call, input }) => {
    call.authorize({ action: 'factor.change' });
    return renameOwnPasskey(call, input);
  });
