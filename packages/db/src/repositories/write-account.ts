import { uuidv7 } from 'uuidv7';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';

/** U5: an invitation stays open this long; each link out of it lives shorter. */
export const INVITATION_DAYS = 14;

export interface InvitedAccount {
  displayName: string;
  email: string;
  username: string | null;
  title: string;
  expiresAt: Date | null;
  invitedById: string;
}

/** A staff account that waits for its first sign-in (U1). Returns its id. */
export async function createInvitedUser(tx: Tx, account: InvitedAccount): Promise<string> {
  const id = uuidv7();
  await tx.$executeRaw(Prisma.sql`
    insert into account (id, audience, company_id, company_kind, display_name, title, email, username, status,
      expires_at, invited_by_id, invitation_ends_at)
    select ${id}::uuid, 'STAFF', c.id, c.kind, ${account.displayName}, ${account.title}, ${account.email},
      ${account.username}, 'INVITED', ${account.expiresAt}, ${account.invitedById}::uuid,
      app.now() + make_interval(days => ${INVITATION_DAYS})
    from company c where c.kind = 'INTERNAL'`);
  return id;
}

/** What of an account its profile changes. False when somebody else changed it first. */
export async function updateUserProfile(
  tx: Tx,
  { id }: { id: string },
  version: number,
  fields: { displayName: string; title: string; username?: string | null; phone?: string },
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id, version },
    data: { ...fields, version: { increment: 1 } },
  });
  return count === 1;
}

/** How a member of staff wants the screens; no part of what an edit of the profile conflicts with. */
export async function setPreferences(
  tx: Tx,
  { id }: { id: string },
  preferences: { language: string; theme: string },
): Promise<void> {
  await tx.account.updateMany({ where: { id }, data: preferences });
}

/** U2, S7: out of use; every session ends at its next request, because the epoch moves on. Open links end too. */
export async function deactivateUser(tx: Tx, { id }: { id: string }): Promise<void> {
  await tx.account.updateMany({
    where: { id },
    data: { status: 'INACTIVE', authEpoch: { increment: 1 }, version: { increment: 1 } },
  });
  await endOpenLinks(tx, id);
  // U2: for good, or reactivating would revive what others may have kept.
  await tx.$executeRaw(Prisma.sql`
    update api_token set revoked_at = app.now() where account_id = ${id}::uuid and revoked_at is null`);
}

/** U1: back in use; who never signed in goes back to being invited. */
export async function reactivateUser(tx: Tx, { id, row }: Grant<'user'> | Grant<'customer'>): Promise<void> {
  await tx.account.updateMany({
    where: { id },
    data: {
      status: row.activatedAt === null ? 'INVITED' : 'ACTIVE',
      authEpoch: { increment: 1 },
      version: { increment: 1 },
    },
  });
}

/** The invitation is open for another fourteen days. */
export async function reopenInvitation(tx: Tx, { id }: Grant<'user'> | Grant<'customer'>): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update account set invitation_ends_at = app.now() + make_interval(days => ${INVITATION_DAYS}),
      version = version + 1 where id = ${id}::uuid`);
}

/** S10: links that were given out and not used stop working. */
export async function endOpenLinks(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update one_time_link set consumed_at = app.now() where account_id = ${accountId}::uuid and consumed_at is null`);
}

/** U5: one link lives for a day. Returns when it ends. */
export async function createInvitationLink(
  tx: Tx,
  link: { accountId: string; createdById: string; secretHash: Uint8Array },
): Promise<Date> {
  const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>(Prisma.sql`
    insert into one_time_link (id, secret_hash, purpose, account_id, created_by_id, expires_at)
    values (${uuidv7()}::uuid, ${link.secretHash}, 'INVITATION', ${link.accountId}::uuid, ${link.createdById}::uuid,
      app.now() + interval '24 hours')
    returning expires_at as "expiresAt"`);
  if (!row) throw new Error('no link was made');
  return row.expiresAt;
}
