import { ErrorCode } from '@sallyport/contracts/common';
import type { UpdateMailSettingsInput } from '@sallyport/contracts/staff';
import type { MailSettingsRecord } from '@sallyport/db/identity';
import { type MailSecret, openMailSecret } from '../../mail/mail-server.ts';
import type { Sealer } from '../../secrets/sealer.ts';
import { AppError } from '../../trpc/errors.ts';

const ENTER =
  'Enter it again: what is stored was entered for another server or account, and goes to no other.';
const FILL_IN = 'Fill this in.';

/**
 * The secret that goes with new settings: the one that was entered, or the stored one where nothing has changed to which
 * it would be sent. Otherwise whoever may write settings could read the secret by naming a server of his own.
 * @throws AppError INVALID_INPUT at the field that is missing
 */
export function secretToStore(
  input: UpdateMailSettingsInput,
  before: MailSettingsRecord | null,
  sealer: Sealer,
): MailSecret | null {
  const { authentication, password, oauth, tokenUrl, clientId } = input;
  if (authentication === 'NONE') return null;
  if (authentication === 'PASSWORD' && password !== null) return { kind: 'PASSWORD', password };
  if (authentication === 'XOAUTH2' && oauth !== null) {
    return { kind: 'XOAUTH2', tokenUrl, clientId, ...oauth };
  }
  const stored =
    before === null || before.sealedSecret === null ? null : openMailSecret(sealer, before.sealedSecret);
  if (before !== null && stored?.kind === authentication && goesToTheSame(input, before, stored))
    return stored;
  const message = stored === null ? FILL_IN : ENTER;
  const path = authentication === 'PASSWORD' ? 'password' : 'oauth.clientSecret';
  throw new AppError(ErrorCode.InvalidInput, { fields: [{ path, message }] });
}

function goesToTheSame(
  input: UpdateMailSettingsInput,
  before: MailSettingsRecord,
  stored: MailSecret,
): boolean {
  const isSameServer =
    input.host === before.host &&
    input.port === before.port &&
    input.security === before.security &&
    input.username === before.username;
  if (stored.kind === 'PASSWORD') return isSameServer;
  return isSameServer && input.tokenUrl === stored.tokenUrl && input.clientId === stored.clientId;
}
