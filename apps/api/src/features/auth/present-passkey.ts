import { PresentPasskeyInput, SignInResult } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { finishWithPasskey, preparePasskey } from './passkey.service.ts';

/** S5: the second step, by passkey. */
export const presentPasskey = procedure
  .public('Half-way through a sign-in there is no session yet; the cookie of the pending one is the proof.')
  .input(PresentPasskeyInput)
  .output(SignInResult)
  .prepare(({ input, request }) => preparePasskey(input.response, request, 'SECOND_FACTOR'))
  .mutation(({ call, prepared }) => finishWithPasskey(call, prepared));
