import { MAIL_PORT, type MailSettings } from '@sallyport/contracts/staff';
import type { Tx } from '@sallyport/db';
import { readMailSettings, readMailState } from '@sallyport/db/identity';
import type { z } from 'zod';
import { openMailSecret } from '../../mail/mail-server.ts';
import type { Sealer } from '../../secrets/sealer.ts';
import { iso } from '../wire.ts';

/** What the form begins with while no server is set. */
const NOTHING_SET = {
  isSet: false,
  host: '',
  port: MAIL_PORT.STARTTLS,
  security: 'STARTTLS',
  authentication: 'PASSWORD',
  username: '',
  tokenUrl: '',
  clientId: '',
  hasSecret: false,
  fromAddress: '',
  fromName: '',
  replyTo: '',
  version: 0,
  updatedAt: null,
} as const;

/** The settings as administrators see them: whether there is a secret, and never the secret. */
export async function mailSettingsView(tx: Tx, sealer: Sealer): Promise<z.input<typeof MailSettings>> {
  const state = await readMailState(tx);
  const record = await readMailSettings(tx);
  if (!record) return { ...NOTHING_SET, ...state };
  const { sealedSecret, updatedAt, ...settings } = record;
  const secret = sealedSecret === null ? null : openMailSecret(sealer, sealedSecret);
  const { tokenUrl = '', clientId = '' } = secret?.kind === 'XOAUTH2' ? secret : {};
  const hasSecret = secret !== null;
  return { isSet: true, ...settings, tokenUrl, clientId, hasSecret, updatedAt: iso(updatedAt), ...state };
}
