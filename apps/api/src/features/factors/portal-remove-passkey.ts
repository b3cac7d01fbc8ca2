import { OwnFactors, RemovePasskeyInput } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { removeOwnFactor } from './remove-factor.service.ts';

/** S5, S7: takes a passkey away; all other sessions end. */
export const portalRemovePasskey = procedure
  .portal({ permission: null, action: 'portal.factor.change' })
  .input(RemovePasskeyInput)
  .output(OwnFactors)
  .mutation(({ call, input }) => {
    call.authorize({ action: 'portal.factor.change' });
    return removeOwnFactor(call, input.passkeyId);
  });
