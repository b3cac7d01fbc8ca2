import { randomUUID } from 'node:crypto';
import { newSecret, secretHash } from '@sallyport/auth';
import type { QueuedMail } from '@sallyport/db/identity';
import type { Sealer } from '../secrets/sealer.ts';
import { type MailContent, mailPlace, NOT_ME_KINDS, type SealedMail } from './mail-kinds.ts';

/** A mail ready for the outbox: its content sealed, with the secret behind "This was not me" where its kind has one. */
export function sealMail(sealer: Sealer, { kind, variables }: MailContent): Omit<QueuedMail, 'accountId'> {
  const id = randomUUID();
  const notMeSecret = NOT_ME_KINDS.has(kind) ? newSecret() : null;
  const content: SealedMail = { variables, notMeSecret };
  return {
    id,
    kind,
    sealed: sealer.seal('mail', JSON.stringify(content), mailPlace(id)),
    notMeHash: notMeSecret === null ? null : secretHash(notMeSecret),
  };
}
