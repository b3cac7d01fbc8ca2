import { PresentPasskeyInput, SignInResult } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { finishWithPasskey, preparePasskey } from './passkey.service.ts';

/** S5: opens a session by passkey alone; the authenticator has verified who holds it. */
export const signInWithPasskey = procedure
  .public('Signing in is how one becomes somebody.')
  .input(PresentPasskeyInput)
  .output(SignInResult)
  .prepare(({ input, request }) => preparePasskey(input.response, request, 'SIGN_IN'))
  .mutation(({ call, prepared }) => finishWithPasskey(call, prepared));
