import { PasskeyOptions } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { startPasskey } from './passkey.service.ts';

/** S5: a challenge for signing in with a passkey alone; the browser finds out whose. */
export const startPasskeySignIn = procedure
  .public('Signing in is how one becomes somebody.')
  .input(NoInput)
  .output(PasskeyOptions)
  .prepare(({ request }) => startPasskey(request, 'SIGN_IN'))
  .mutation(async ({ call, prepared }) => {
    // A challenge changes nothing; what comes of it is recorded.
    call.noteAudit();
    return prepared;
  });
