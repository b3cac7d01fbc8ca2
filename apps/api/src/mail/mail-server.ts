import type { MailAuthentication, MailSecurity } from '@sallyport/contracts/staff';
import type { MailServerRecord } from '@sallyport/db/identity';
import { z } from 'zod';
import type { Sealer } from '../secrets/sealer.ts';

/** Binds the sealed secret to the one row of settings. */
export const MAIL_SETTING_PLACE = 'mail-setting:1';

/** What is sealed: nothing else of the settings is secret. */
export const MailSecret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('PASSWORD'), password: z.string() }),
  z.strictObject({
    kind: z.literal('XOAUTH2'),
    tokenUrl: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    refreshToken: z.string(),
  }),
]);
export type MailSecret = z.output<typeof MailSecret>;

/** A mail server, ready to be used. */
export interface MailServer {
  host: string;
  port: number;
  security: MailSecurity;
  authentication: MailAuthentication;
  username: string;
  secret: MailSecret | null;
  fromAddress: string;
  fromName: string;
  replyTo: string;
}

/** Opens the settings. The secret is sealed under the staff door's key, which a portal process never holds. */
export function openMailServer(record: MailServerRecord, staffSealer: Sealer): MailServer {
  const { sealedSecret, ...settings } = record;
  return { ...settings, secret: sealedSecret === null ? null : openMailSecret(staffSealer, sealedSecret) };
}

/** @throws BrokenSealError */
export function openMailSecret(staffSealer: Sealer, sealed: Uint8Array): MailSecret {
  return MailSecret.parse(JSON.parse(staffSealer.open('settings', sealed, MAIL_SETTING_PLACE).toString()));
}

export function sealMailSecret(staffSealer: Sealer, secret: MailSecret): Buffer<ArrayBuffer> {
  return staffSealer.seal('settings', JSON.stringify(secret), MAIL_SETTING_PLACE);
}
