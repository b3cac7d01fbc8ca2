import { randomInt } from 'node:crypto';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { placeOf, referencesOf } from '../owned-references.ts';
import { TABLE_POLICIES } from '../policies.ts';

/** Parts of an account that staff cannot remove themselves; core removes them in app.forget_sign_ins. */
export const REMOVED_BY_FUNCTION = ['sign_in_attempt', 'passkey_challenge', 'pending_sign_in'] as const;

const TRIES = 50;

/**
 * U1, L1: nothing of the person is left but what they did. Every part of the account goes with it, read from the list of
 * references, so that a part added later is not forgotten; the name becomes a neutral one that nobody else has.
 * @param noun as "Former colleague"
 */
export async function anonymiseAccount(
  tx: Tx,
  { id }: { id: string },
  noun: string,
): Promise<{ displayName: string }> {
  const displayName = await neutralName(tx, noun);
  await tx.$executeRaw(Prisma.sql`
    update account set status = 'ANONYMISED', anonymised_at = app.now(), display_name = ${displayName},
      email = ${`${id}@anonymised.invalid`}, username = null, title = '', phone = '', photo_file_id = null,
      is_admin = false, language = 'en', theme = 'system', must_change_password = false, is_passkey_only = false,
      may_use_tokens = false, suspended_at = null, suspended_by_id = null, invitation_ends_at = null,
      last_sign_in_at = null, auth_epoch = auth_epoch + 1, version = version + 1
    where id = ${id}::uuid`);
  for (const reference of referencesOf('none')) {
    const { table, column } = placeOf(reference);
    if (TABLE_POLICIES[table]?.staff !== 'all') continue;
    await tx.$executeRaw(
      Prisma.sql`delete from ${Prisma.raw(`"${table}"`)} where ${Prisma.raw(`"${column}"`)} = ${id}::uuid`,
    );
  }
  await tx.$queryRaw(Prisma.sql`select app.forget_sign_ins(${id}::uuid)::text`);
  return { displayName };
}

/** A random number, which tells neither an order nor how many there are. */
async function neutralName(tx: Tx, noun: string): Promise<string> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const name = `${noun} ${randomInt(1000, 10_000)}`;
    const [taken] = await tx.$queryRaw<unknown[]>(
      Prisma.sql`select 1 from account where status = 'ANONYMISED' and display_name = ${name}`,
    );
    if (taken === undefined) return name;
  }
  return `${noun} ${randomInt(10_000, 100_000_000)}`;
}

/** U4: the account and its parts. What it owns or did holds it: the database refuses then. */
export async function deleteAccount(tx: Tx, { id }: { id: string }): Promise<void> {
  await tx.$executeRaw(Prisma.sql`delete from account where id = ${id}::uuid`);
}
