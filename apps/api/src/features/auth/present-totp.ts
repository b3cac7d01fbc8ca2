import { PresentTotpInput, SignInResult } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { finishSecondFactor, prepareTotp } from './second-factor.service.ts';

/** S5: the second step, by the code of an authenticator app. */
export const presentTotp = procedure
  .public('Half-way through a sign-in there is no session yet; the cookie of the pending one is the proof.')
  .input(PresentTotpInput)
  .output(SignInResult)
  .prepare(({ input, request }) => prepareTotp(input.code, request))
  .mutation(({ call, prepared }) => finishSecondFactor(call, prepared));
