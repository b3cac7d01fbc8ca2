import { ErrorCode } from '@sallyport/contracts/common';
import type { AccountSwitches } from '@sallyport/contracts/staff';
import type { Grant } from '@sallyport/db';
import {
  type AccountSecurity,
  readAccountSecurity,
  removeFactors,
  requirePasswordChange,
  setAccountExpiry,
  setAccountSwitches,
} from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { originOf, queueMail } from '../../mail/queue-mail.ts';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { isoOrNull } from '../wire.ts';

type Target = Grant<'user'> | Grant<'customer'>;
const about = ({ id }: Target, reason: string) => ({ objectType: 'account', objectId: id, reason }) as const;

/** A7: when the account ends. */
export async function changeExpiry(
  call: Call,
  grant: Target,
  expiresAt: Date | null,
  reason: string,
): Promise<void> {
  await setAccountExpiry(call.tx, grant, expiresAt);
  await writeAudit(call, {
    ...about(grant, reason),
    action: 'account.expiry-changed',
    before: { expiresAt: isoOrNull(grant.row.expiresAt) },
    after: { expiresAt: isoOrNull(expiresAt) },
  });
}

/** A8: what is switched off. @throws AppError CONFLICT when a passkey would be the only way in and there is none */
export async function changeSwitches(
  call: Call,
  grant: Target,
  before: AccountSecurity,
  after: AccountSwitches,
  reason: string,
): Promise<void> {
  if (after.isPasskeyOnly && !before.isPasskeyOnly && before.passkeyCount === 0) {
    const userMessage =
      'This person has no passkey yet, so nothing would open the account. Ask for one first.';
    throw new AppError(ErrorCode.Conflict, {
      userMessage,
      reason: { gate: 'G9', rule: 'A8', message: userMessage },
    });
  }
  const { mayUseTokens, isPasskeyOnly, mayDownload, mayComment } = after;
  const switches = { mayUseTokens, isPasskeyOnly, mayDownload, mayComment };
  await setAccountSwitches(call.tx, grant, switches);
  await writeAudit(call, {
    ...about(grant, reason),
    action: 'account.switches-changed',
    before: {
      mayUseTokens: before.mayUseTokens,
      isPasskeyOnly: before.isPasskeyOnly,
      mayDownload: before.mayDownload,
      mayComment: before.mayComment,
    },
    after: switches,
  });
}

/** G3, S7: a new password is owed, and sessions end, so that it is owed now. */
export async function demandPasswordChange(call: Call, grant: Target, reason: string): Promise<void> {
  await requirePasswordChange(call.tx, grant);
  await writeAudit(call, { ...about(grant, reason), action: 'account.password-change-required' });
}

/** S5, S7: no second factor is left; the person is told. */
export async function resetAllFactors(call: Call, grant: Target, reason: string): Promise<void> {
  const { hasTotp, passkeyCount } = await readAccountSecurity(call.tx, grant);
  await removeFactors(call.tx, grant);
  await writeAudit(call, {
    ...about(grant, reason),
    action: 'account.factors-reset',
    before: { hasTotp, passkeyCount },
    after: { hasTotp: false, passkeyCount: 0 },
  });
  await queueMail(call, {
    kind: 'factor-changed',
    accountId: grant.id,
    variables: { what: 'factors-reset', origin: originOf(call.request) },
  });
}
