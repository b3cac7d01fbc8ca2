import { Prisma, type Tx } from '@sallyport/db';
import { defineNightly } from './define-job.ts';

const ROWS_AT_ONCE = 5_000;

/** What is over, table by table: how long it is kept after its end. */
const OVER: readonly Prisma.Sql[] = [
  Prisma.sql`delete from passkey_challenge where id in (select id from passkey_challenge
    where expires_at < app.now() limit ${ROWS_AT_ONCE}::int)`,
  Prisma.sql`delete from pending_sign_in where id in (select id from pending_sign_in
    where expires_at < app.now() limit ${ROWS_AT_ONCE}::int)`,
  // People see for thirty days where they were signed in; idle sessions end without anybody writing it down.
  Prisma.sql`delete from session where id in (select id from session
    where coalesce(ended_at, absolute_ends_at) < app.now() - interval '30 days' limit ${ROWS_AT_ONCE}::int)`,
  Prisma.sql`delete from known_device where id in (select id from known_device
    where last_used_at < app.now() - interval '1 year' limit ${ROWS_AT_ONCE}::int)`,
  // As long as an invitation is open, an ended link of it still says to whom a new one may go (U5).
  Prisma.sql`delete from one_time_link where id in (select id from one_time_link
    where least(consumed_at, expires_at) < app.now() - interval '14 days' limit ${ROWS_AT_ONCE}::int)`,
];

/** S6, S10: removes sessions, devices, links and half-finished sign-ins that are over. */
export const purgeSignIns = defineNightly('purge-sign-ins', '37 3 * * *', async ({ transaction, signal }) => {
  for (const statement of OVER) {
    const purge = (tx: Tx) => tx.$executeRaw(statement);
    while (!signal.aborted && (await transaction(purge)) === ROWS_AT_ONCE);
  }
});
