import { SignInInput, SignInResult } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { finishSigningIn, prepareSignIn } from './sign-in.service.ts';

/** S1: opens a session at the portal by e-mail and password, or asks for the second factor (S5). */
export const portalSignIn = procedure
  .public('Signing in is how one becomes somebody.')
  .input(SignInInput)
  .output(SignInResult)
  .prepare(({ input, request }) => prepareSignIn(input, request))
  .mutation(({ call, prepared }) => finishSigningIn(call, prepared));
