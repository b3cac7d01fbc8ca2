import { FactorEnrolled, TotpEnrolment } from '@sallyport/contracts/common';
import { Secret, TOTP } from 'otpauth';
import type { Caller } from './caller.ts';

/** What its owner would keep of a second factor. */
export interface KeptFactor {
  /** Of the authenticator app, in base32. */
  totpSecret: string;
  /** One that is not used yet. */
  recoveryCode: string;
}

/** Sets up an authenticator app, as somebody does who signs in for the first time. */
export async function enrolAuthenticator(caller: Caller): Promise<KeptFactor> {
  const { secret } = await caller.mutate('factors.startTotp', {}, TotpEnrolment);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const { recoveryCodes } = await caller.mutate('factors.confirmTotp', { code }, FactorEnrolled);
  const [recoveryCode] = recoveryCodes ?? [];
  if (recoveryCode === undefined) throw new Error('no recovery codes were made');
  return { totpSecret: secret, recoveryCode };
}
