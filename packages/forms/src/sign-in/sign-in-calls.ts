import type { PasskeyOptions, PasskeyResponse, SignInInput, SignInResult } from '@sallyport/contracts/common';

/** What signing in asks of a door. Both doors have the same procedures. */
export interface SignInCalls {
  signIn: (input: SignInInput) => Promise<SignInResult>;
  presentTotp: (input: { code: string }) => Promise<SignInResult>;
  presentRecoveryCode: (input: { code: string }) => Promise<SignInResult>;
  startFactorPasskey: () => Promise<PasskeyOptions>;
  presentPasskey: (input: { response: PasskeyResponse }) => Promise<SignInResult>;
  startPasskeySignIn: () => Promise<PasskeyOptions>;
  signInWithPasskey: (input: { response: PasskeyResponse }) => Promise<SignInResult>;
}
