import { Prisma, type Tx } from '@sallyport/db';
import { defineNightly } from './define-job.ts';

/** Administrators see failed sign-ins for this long; the widest window that counts attempts is a day (S4). */
const KEPT_DAYS = 30;
const ROWS_AT_ONCE = 5_000;

/** Removes sign-in attempts that nobody looks at any more, and counters whose window and wait are over. */
export const purgeSignInAttempts = defineNightly(
  'purge-sign-in-attempts',
  '23 3 * * *',
  async ({ transaction, signal }) => {
    for (const purge of [purgeAttempts, purgeCounters]) {
      while (!signal.aborted && (await transaction(purge)) === ROWS_AT_ONCE);
    }
  },
);

function purgeAttempts(tx: Tx): Promise<number> {
  return tx.$executeRaw(Prisma.sql`delete from sign_in_attempt where id in (select id from sign_in_attempt
    where at < app.now() - make_interval(days => ${KEPT_DAYS}::int) order by at limit ${ROWS_AT_ONCE}::int)`);
}

// A growing wait is forgotten a day after its end, any other count with its window.
function purgeCounters(tx: Tx): Promise<number> {
  return tx.$executeRaw(Prisma.sql`delete from throttle_counter where key in (select key from throttle_counter
    where coalesce(blocked_until + interval '24 hours', window_started_at + make_interval(secs => window_seconds))
      < app.now() limit ${ROWS_AT_ONCE}::int)`);
}
