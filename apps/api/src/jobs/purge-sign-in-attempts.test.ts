import { createTestDatabase } from '@sallyport/testing';
import { expect, test } from 'vitest';
import { FileStore } from '../files/file-store.ts';
import { createLogger } from '../log.ts';
import { testMailTools } from '../mail/testing/test-mail-tools.ts';
import { purgeSignInAttempts } from './purge-sign-in-attempts.ts';
import { jobContext } from './run-jobs.ts';

test('removes attempts after thirty days and counters that are over, and keeps the others', async () => {
  await using db = await createTestDatabase();
  const attempt = (days: number) =>
    db.owner.query(
      `INSERT INTO sign_in_attempt (id, audience, identifier_hash, is_allowed, at)
       VALUES (gen_random_uuid(), 'STAFF', sha256('x'), true, app.now() - make_interval(days => $1::int))`,
      [days],
    );
  const counter = (key: string, startedHoursAgo: number, blockedHoursAgo: number | null) =>
    db.owner.query(
      `INSERT INTO throttle_counter (key, window_started_at, window_seconds, count, blocked_until)
       VALUES ($1, app.now() - make_interval(hours => $2::int), 900, 3, app.now() - make_interval(hours => $3::int))`,
      [key, startedHoursAgo, blockedHoursAgo],
    );
  await Promise.all([attempt(31), attempt(40), attempt(29), attempt(0)]);
  await counter('over', 2, null);
  await counter('running', 0, null);
  await counter('waited a day', 60, 25);
  await counter('waiting', 60, -3);
  await counter('remembered', 60, 20);
  const context = jobContext({
    db: db.jobs,
    mail: testMailTools(),
    files: new FileStore({ folder: '/nonexistent', keys: { INSIDE: null, PORTAL: Buffer.alloc(32) } }),
    log: createLogger(() => undefined),
    requestId: 'test',
    isLastAttempt: false,
    signal: new AbortController().signal,
  });
  await purgeSignInAttempts.run(null, context);
  const { rows: attempts } = await db.owner.query(
    `SELECT round(extract(epoch FROM app.now() - at) / 86400)::int AS days FROM sign_in_attempt ORDER BY days`,
  );
  expect(attempts).toEqual([{ days: 0 }, { days: 29 }]);
  const { rows: keys } = await db.owner.query('SELECT key FROM throttle_counter ORDER BY key');
  expect(keys.map(({ key }) => key)).toEqual(['remembered', 'running', 'waiting']);
});
