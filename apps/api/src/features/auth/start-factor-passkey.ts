import { PasskeyOptions } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { startPasskey } from './passkey.service.ts';

/** S5: a challenge for a passkey of whoever is half-way through signing in. */
export const startFactorPasskey = procedure
  .public('Half-way through a sign-in there is no session yet; the cookie of the pending one is the proof.')
  .input(NoInput)
  .output(PasskeyOptions)
  .prepare(({ request }) => startPasskey(request, 'SECOND_FACTOR'))
  .mutation(async ({ call, prepared }) => {
    // A challenge changes nothing; what comes of it is recorded.
    call.noteAudit();
    return prepared;
  });
