import type { SignInCalls } from '@sallyport/forms';
import { client } from './trpc.ts';

/** Signing in at this door. */
export const signInCalls: SignInCalls = {
  signIn: (input) => client.auth.signIn.mutate(input),
  presentTotp: (input) => client.auth.presentTotp.mutate(input),
  presentRecoveryCode: (input) => client.auth.presentRecoveryCode.mutate(input),
  startFactorPasskey: () => client.auth.startFactorPasskey.mutate({}),
  presentPasskey: (input) => client.auth.presentPasskey.mutate(input),
  startPasskeySignIn: () => client.auth.startPasskeySignIn.mutate({}),
  signInWithPasskey: (input) => client.auth.signInWithPasskey.mutate(input),
};
