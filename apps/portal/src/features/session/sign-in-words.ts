import { strings } from '../../strings/strings.ts';

/** What signing in says at this door, on its page and over a locked one. */
export const SIGN_IN_WORDS = {
  ...strings.auth.signIn,
  passkeyProblem: strings.security.passkeyProblem,
  unreachable: strings.common.unreachable,
};
