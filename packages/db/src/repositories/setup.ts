import { uuidv7 } from 'uuidv7';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** The firm's name and whether the first Admin is still to come (S11). */
export async function readDoor(tx: Tx): Promise<{ firmName: string; isSetupOpen: boolean }> {
  const [row] = await tx.$queryRaw<{ firmName: string; isSetupOpen: boolean }[]>(Prisma.sql`
    select c.name as "firmName",
      not exists (select from installation i where i.setup_completed_at is not null) as "isSetupOpen"
    from company c where c.kind = 'INTERNAL'`);
  return row ?? { firmName: '', isSetupOpen: false };
}

/** Whether a set-up link would be taken now. Changes nothing. */
export async function isSetupLinkOpen(tx: Tx, secretHash: Uint8Array): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ exists: boolean }[]>(Prisma.sql`
    select exists (select from one_time_link where secret_hash = ${secretHash} and purpose = 'SETUP'
      and consumed_at is null and expires_at > app.now())`);
  return row?.exists ?? false;
}

/** S11: takes the set-up, so that of two at once one waits here and then finds it closed. */
export async function takeSetup(tx: Tx): Promise<boolean> {
  const taken = await tx.$executeRaw(Prisma.sql`
    update installation set setup_completed_at = app.now() where id = 1 and setup_completed_at is null`);
  return taken === 1;
}

/** Uses up a set-up link; false when there is none, or it was used or has ended. All other set-up links end with it. */
export async function consumeSetupLink(tx: Tx, secretHash: Uint8Array): Promise<boolean> {
  const used = await tx.$executeRaw(Prisma.sql`
    update one_time_link set consumed_at = app.now() where secret_hash = ${secretHash} and purpose = 'SETUP'
      and consumed_at is null and expires_at > app.now()`);
  if (used !== 1) return false;
  await tx.$executeRaw(Prisma.sql`
    update one_time_link set consumed_at = app.now() where purpose = 'SETUP' and consumed_at is null`);
  return true;
}

export interface StoredCredential {
  salt: Uint8Array;
  memoryKib: number;
  iterations: number;
  parallelism: number;
  pepperVersion: number;
  verifier: Uint8Array;
}

/** Names the firm and makes its first Admin, active and with a password. Returns the Admin's id. */
export async function createFirstAdmin(
  tx: Tx,
  admin: { firmName: string; displayName: string; email: string; credential: StoredCredential },
): Promise<string> {
  const id = uuidv7();
  await tx.company.updateMany({
    where: { kind: 'INTERNAL' },
    data: { name: admin.firmName, version: { increment: 1 } },
  });
  await tx.$executeRaw(Prisma.sql`
    insert into account (id, audience, company_id, company_kind, display_name, email, status, is_admin, activated_at)
    select ${id}::uuid, 'STAFF', c.id, c.kind, ${admin.displayName}, ${admin.email}, 'ACTIVE', true, app.now()
    from company c where c.kind = 'INTERNAL'`);
  const { salt, memoryKib, iterations, parallelism, pepperVersion, verifier } = admin.credential;
  await tx.$executeRaw(Prisma.sql`
    insert into credential (account_id, salt, memory_kib, iterations, parallelism, pepper_version, verifier)
    values (${id}::uuid, ${salt}, ${memoryKib}, ${iterations}, ${parallelism}, ${pepperVersion}, ${verifier})`);
  return id;
}

/** The e-mail address with which a staff account signs in. */
export async function readSignInName(tx: Tx, accountId: string): Promise<string> {
  const { email } = await tx.account.findUniqueOrThrow({
    where: { id: accountId, audience: 'STAFF' },
    select: { email: true },
  });
  return email;
}
