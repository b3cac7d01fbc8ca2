import { PasskeyOptions } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { startRegistration } from './register-passkey.service.ts';

/** S5: a challenge for a new passkey. */
export const portalStartPasskey = procedure
  .portal({ permission: null, action: 'portal.factor.change' })
  .input(NoInput)
  .output(PasskeyOptions)
  .mutation(async ({ call }) => {
    call.authorize({ action: 'portal.factor.change' });
    // A challenge changes nothing; what comes of it is recorded.
    call.noteAudit();
    return startRegistration(call);
  });
