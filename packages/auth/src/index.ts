export {
  assertionOptions,
  newChallenge,
  type RegisteredPasskey,
  readPasskeyResponse,
  registrationOptions,
  relyingPartyOf,
  verifyAssertion,
  verifyRegistration,
} from './factors/passkeys.ts';
export { newRecoveryCodes, recoveryCodeHash } from './factors/recovery-codes.ts';
export { newTotpSeed, totpCode, totpEnrolment, totpStep } from './factors/totp.ts';
export { newSecret, secretHash } from './links/secret.ts';
export { type Argon2Parameters, DEFAULT_PARAMETERS, FLOOR } from './passwords/parameters.ts';
export { type PasswordContext, passwordProblem } from './passwords/password-rules.ts';
export {
  createHashQueue,
  createPasswords,
  type HashRecipe,
  type NewCredential,
  type PasswordOptions,
  type Passwords,
} from './passwords/passwords.ts';
export { createWorkQueue, QueueFullError, type WorkQueue } from './passwords/work-queue.ts';
export {
  type CookieKind,
  clearedCookie,
  readSecretCookie,
  SESSION_COOKIE,
  secretCookie,
} from './sessions/session-cookie.ts';
export type { SessionPort, SessionToStore, StoredSession } from './sessions/session-port.ts';
export { createSessions, type NewSession, type Sessions } from './sessions/sessions.ts';
export { type AnswerTime, createAnswerTime } from './timing/answer-time.ts';
