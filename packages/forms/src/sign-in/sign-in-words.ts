import type { PasskeyProblemWords } from '../passkeys/passkey.ts';

/** What the second step says. */
interface FactorWords {
  title: string;
  subtitle: string;
  code: string;
  codeHelp: string;
  submit: string;
  busy: string;
  or: string;
  passkey: string;
  passkeyBusy: string;
  useRecovery: string;
  recovery: string;
  recoveryHelp: string;
  useOther: string;
  back: string;
  expired: string;
}

/** What signing in says at a door. */
export interface SignInWords {
  identifier: string;
  password: string;
  forgot: string;
  submit: string;
  busy: string;
  passkey: string;
  passkeyBusy: string;
  or: string;
  factor: FactorWords;
  passkeyProblem: PasskeyProblemWords;
  unreachable: string;
}
