import { PasskeyOptions } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { startPasskey } from './passkey.service.ts';

/** S8: a challenge for "Confirm it's you" by passkey. */
export const portalStartPasskeyConfirmation = procedure
  .portal({ permission: null, action: 'portal.session.read' })
  .input(NoInput)
  .output(PasskeyOptions)
  .prepare(({ request }) => startPasskey(request, 'CONFIRM'))
  .mutation(async ({ call, prepared }) => {
    call.authorize({ action: 'portal.session.read' });
    // A challenge changes nothing; what comes of it is recorded.
    call.noteAudit();
    return prepared;
  });
