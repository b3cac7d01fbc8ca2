import { ErrorCode, OwnFactors, type RenamePasskeyInput } from '@sallyport/contracts/common';
import { ownFactors, renamePasskey } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { servicesOf } from '../services.ts';
import { iso } from '../wire.ts';

/** One's own factors as they are now. */
export async function readOwnFactors(call: Call): Promise<OwnFactors> {
  const found = await ownFactors(call.tx, servicesOf(call.request).audience);
  if (!found) throw new AppError(ErrorCode.Unauthenticated);
  const moment = (text: string) => iso(new Date(text));
  const momentOrNull = (text: string | null) => (text === null ? null : moment(text));
  return OwnFactors.parse({
    ...found,
    totp: found.totp && {
      since: moment(found.totp.since),
      lastUsedAt: momentOrNull(found.totp.lastUsedAt),
    },
    passkeys: found.passkeys.map((passkey) => ({
      ...passkey,
      createdAt: moment(passkey.createdAt),
      lastUsedAt: momentOrNull(passkey.lastUsedAt),
    })),
  });
}

/** @throws AppError NOT_FOUND for a passkey that is not one's own */
export async function renameOwnPasskey(
  call: Call,
  { passkeyId, name }: z.output<typeof RenamePasskeyInput>,
): Promise<OwnFactors> {
  const { audience } = servicesOf(call.request);
  const { requestId } = call.request;
  if (!(await renamePasskey(call.tx, audience, { passkeyId, name, requestId })))
    throw new AppError(ErrorCode.NotFound);
  // rename_passkey has written the audit row.
  call.noteAudit();
  return readOwnFactors(call);
}
