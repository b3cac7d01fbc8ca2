import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from './alive.ts';
import { DataFolderInUse } from './errors.ts';
import type { Placement } from './placement.ts';

/** Arbitrary, ours: whoever holds this advisory lock keeps the data folder. */
const KEEPER_LOCK = 5264888;
const KEEPER_NAME = 'sallyport-keeper:';

/**
 * Takes the keeper's lock on an open connection, which holds it until it closes. PostgreSQL lets go of it when the
 * process dies in whatever way, so there is no stale lock to break. Throws DataFolderInUse when somebody has it.
 */
export async function becomeKeeper(client: pg.Client, placement: Placement): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const { rows } = await client.query<{ isMine: boolean }>('SELECT pg_try_advisory_lock($1) AS "isMine"', [
      KEEPER_LOCK,
    ]);
    if (rows[0]?.isMine) {
      await client.query(`SET application_name = ${pg.escapeLiteral(KEEPER_NAME + process.pid)}`);
      return;
    }
    const pid = await keeperPid(client);
    // PostgreSQL may need a moment to notice that the last keeper was killed, and that one's parent to bury it.
    const attempts = pid === null || isAlive(pid) ? 20 : 200;
    if (attempt >= attempts) throw new DataFolderInUse(placement.dataDir, pid);
    await delay(25);
  }
}

/** Process that holds the lock; 0 when nobody does any more, null when it cannot be told. */
async function keeperPid(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks AS l JOIN pg_stat_activity AS a USING (pid)
     WHERE l.locktype = 'advisory' AND l.classid = 0 AND l.objid = $1 AND l.granted`,
    [KEEPER_LOCK],
  );
  if (rows.length === 0) return 0;
  const pid = Number(rows[0]?.name.slice(KEEPER_NAME.length));
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}
