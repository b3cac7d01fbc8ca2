import { PresentRecoveryCodeInput, SignInResult } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { finishSecondFactor, prepareRecoveryCode } from './second-factor.service.ts';

/** S5: the second step, by one of the ten codes on paper. Its owner is told. */
export const presentRecoveryCode = procedure
  .public('Half-way through a sign-in there is no session yet; the cookie of the pending one is the proof.')
  .input(PresentRecoveryCodeInput)
  .output(SignInResult)
  .prepare(({ input, request }) => prepareRecoveryCode(input.code, request))
  .mutation(({ call, prepared }) => finishSecondFactor(call, prepared));
