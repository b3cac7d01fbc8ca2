import { uuidv7 } from 'uuidv7';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { endOpenLinks } from './write-account.ts';

interface AccountRef {
  id: string;
}

/** Why sessions ended, as the table of sessions keeps it. */
type EndReason = 'SUSPENDED' | 'ACCOUNT_CHANGED' | 'FACTOR_CHANGED' | 'EMAIL_CHANGED' | 'ENDED_BY_OTHER';

/** S7: everything that was opened before is closed: sessions at the next request, because the epoch moves on. */
async function endAccess(tx: Tx, { id }: AccountRef, reason: EndReason): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update account set auth_epoch = auth_epoch + 1, version = version + 1 where id = ${id}::uuid`);
  await endSessionsOf(tx, [id], reason);
}

/** Ends all live sessions of these accounts. Returns how many there were. */
export async function endSessionsOf(
  tx: Tx,
  accountIds: readonly string[],
  reason: EndReason,
): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    update session set ended_at = app.now(), end_reason = ${reason}
    where account_id = any(${[...accountIds]}::uuid[]) and ended_at is null`);
}

/** Ends one live session of an account; false when it has none with this id. */
export async function endSessionOf(tx: Tx, { id }: AccountRef, sessionId: string): Promise<boolean> {
  const count = await tx.$executeRaw(Prisma.sql`
    update session set ended_at = app.now(), end_reason = 'ENDED_BY_OTHER'
    where id = ${sessionId}::uuid and account_id = ${id}::uuid and ended_at is null`);
  return count === 1;
}

/** U2: for good, or coming back would revive what others may have kept. Returns how many there were. */
export async function revokeTokens(tx: Tx, { id }: AccountRef): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    update api_token set revoked_at = app.now() where account_id = ${id}::uuid and revoked_at is null`);
}

/** A17, S7: sessions, tokens and links end at once; sign-in is blocked until it is lifted. */
export async function suspendAccount(tx: Tx, account: AccountRef, byId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update account set suspended_at = app.now(), suspended_by_id = ${byId}::uuid where id = ${account.id}::uuid`);
  await endAccess(tx, account, 'SUSPENDED');
  await endOpenLinks(tx, account.id);
  await revokeTokens(tx, account);
}

/** A17: signing in is possible again, with the groups of before. */
export async function liftSuspension(tx: Tx, account: AccountRef): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update account set suspended_at = null, suspended_by_id = null where id = ${account.id}::uuid`);
  await endAccess(tx, account, 'ACCOUNT_CHANGED');
}

/** A7: when the account ends; it counts when it is read. */
export async function setAccountExpiry(tx: Tx, { id }: AccountRef, expiresAt: Date | null): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update account set expires_at = ${expiresAt}, version = version + 1 where id = ${id}::uuid`);
}

/** A4, S7: sessions and tokens of before do not know the flag. */
export async function setAdminFlag(tx: Tx, account: AccountRef, isAdmin: boolean): Promise<void> {
  await tx.$executeRaw(Prisma.sql`update account set is_admin = ${isAdmin} where id = ${account.id}::uuid`);
  await endAccess(tx, account, 'ACCOUNT_CHANGED');
  await revokeTokens(tx, account);
}

export interface AccountSwitches {
  mayUseTokens: boolean;
  isPasskeyOnly: boolean;
  mayDownload: boolean;
  mayComment: boolean;
}

/** A8: what the account may not do although its groups give it. */
export async function setAccountSwitches(
  tx: Tx,
  { id }: AccountRef,
  { mayUseTokens, isPasskeyOnly, mayDownload, mayComment }: AccountSwitches,
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update account set may_use_tokens = ${mayUseTokens}, is_passkey_only = ${isPasskeyOnly},
      may_download = ${mayDownload}, may_comment = ${mayComment}, version = version + 1 where id = ${id}::uuid`);
}

/** G3: a new password is owed at the next sign-in, which happens now: sessions end. */
export async function requirePasswordChange(tx: Tx, account: AccountRef): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update account set must_change_password = true where id = ${account.id}::uuid`);
  await endAccess(tx, account, 'ACCOUNT_CHANGED');
}

/** S5, S7: all second factors of an account are gone, and what was opened with them. */
export async function removeFactors(tx: Tx, account: AccountRef): Promise<void> {
  const { id } = account;
  await tx.$executeRaw(Prisma.sql`delete from totp_factor where account_id = ${id}::uuid`);
  await tx.$executeRaw(Prisma.sql`delete from passkey where account_id = ${id}::uuid`);
  await tx.$executeRaw(Prisma.sql`delete from recovery_code where account_id = ${id}::uuid`);
  await tx.$executeRaw(Prisma.sql`update account set is_passkey_only = false where id = ${id}::uuid`);
  await endAccess(tx, account, 'FACTOR_CHANGED');
}

/** U5: the address of somebody who never signed in; links that were sent to the old one end. */
export async function replaceInvitedEmail(tx: Tx, { id }: AccountRef, email: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update account set email = ${email}, version = version + 1 where id = ${id}::uuid`);
  await endOpenLinks(tx, id);
}

/** S10: a link for one purpose, in place of earlier ones of that purpose. */
export async function createAccountLink(
  tx: Tx,
  link: {
    accountId: string;
    createdById: string;
    purpose: 'RESET' | 'EMAIL_CHANGE';
    email: string | null;
    secretHash: Uint8Array;
    minutes: number;
  },
): Promise<void> {
  const { accountId, createdById, purpose, email, secretHash, minutes } = link;
  await tx.$executeRaw(Prisma.sql`
    update one_time_link set consumed_at = app.now()
    where account_id = ${accountId}::uuid and purpose = ${purpose} and consumed_at is null`);
  await tx.$executeRaw(Prisma.sql`
    insert into one_time_link (id, secret_hash, purpose, account_id, created_by_id, email, expires_at)
    values (${uuidv7()}::uuid, ${secretHash}, ${purpose}, ${accountId}::uuid, ${createdById}::uuid, ${email},
      app.now() + make_interval(mins => ${minutes}))`);
}

/** U1: whether an address is taken among staff or among customers. */
export async function isEmailTaken(tx: Tx, audience: 'STAFF' | 'CUSTOMER', email: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ exists: boolean }[]>(Prisma.sql`
    select exists (select from account a where a.audience = ${audience} and a.email = ${email})`);
  return row?.exists ?? false;
}

/** U7, S7: another client company; sessions and links of before end. */
export async function moveCustomer(tx: Tx, account: AccountRef, companyId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update account set company_id = ${companyId}::uuid where id = ${account.id}::uuid`);
  await endAccess(tx, account, 'ACCOUNT_CHANGED');
  await endOpenLinks(tx, account.id);
}

/** Takes accounts out of everybody else's hands until the transaction ends, in the order of their ids. */
export async function lockAccounts(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    select 1 from account where id = any(${[...ids]}::uuid[]) order by id for no key update`);
}

/** Ids of Admins who are told of what happens to accounts: those who can sign in. */
export async function adminIds(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select a.id from account a where a.is_admin and a.status = 'ACTIVE' and a.suspended_at is null order by a.id`);
  return rows.map(({ id }) => id);
}

/** A5: whether an Admin outside these accounts could sign in, by password or passkey. Asked under the access lock. */
export async function hasUsableAdminBeside(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ exists: boolean }[]>(Prisma.sql`
    select exists (select from account a
      where a.is_admin and a.id <> all(${[...ids]}::uuid[]) and a.status = 'ACTIVE' and a.suspended_at is null
        and a.expires_at is null
        and (exists (select from passkey k where k.account_id = a.id)
          or (not a.is_passkey_only and exists (select from credential k where k.account_id = a.id))))`);
  return found?.exists ?? false;
}

/** A7: whether an account is in a group that takes only accounts with an end date. */
export async function needsEnd(tx: Tx, { id }: AccountRef): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ exists: boolean }[]>(Prisma.sql`
    select exists (select from membership m join access_group g on g.id = m.group_id
      where m.account_id = ${id}::uuid and g.requires_account_expiry)`);
  return found?.exists ?? false;
}
