import { randomUUID } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, type LiveNotice, listenLive } from './live.ts';
import { asDoor } from './test-support/doors.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

/** Collects what comes, and lets a test wait for the next of it. */
function inbox<Item>() {
  const items: Item[] = [];
  const waiting: ((item: Item) => void)[] = [];
  return {
    put(item: Item) {
      const next = waiting.shift();
      if (next) next(item);
      else items.push(item);
    },
    next(): Promise<Item> {
      const item = items.shift();
      return item === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(item);
    },
  };
}

const notice = (): LiveNotice => ({ kind: 'finding', id: randomUUID(), projectId: randomUUID() });

test('what is announced is heard when its transaction commits, and only then', async () => {
  const heard = inbox<LiveNotice>();
  await using _listener = await listenLive(db.staffUrl, heard.put, () => undefined);
  const [lost, told] = [notice(), notice()];
  const failed = asDoor(db, 'STAFF', null, async (tx) => {
    await announce(tx, lost);
    throw new Error('rolled back');
  });
  await expect(failed).rejects.toThrow('rolled back');
  await db.owner.query(
    `SELECT pg_notify('sallyport_live', 'not json'), pg_notify('sallyport_live', '{"kind":"x"}')`,
  );
  await asDoor(db, 'STAFF', null, (tx) => announce(tx, told));
  expect(await heard.next()).toEqual(told);
});

test('a listener that loses its connection says so, connects again and hears on', async () => {
  const [heard, problems, connections] = [inbox<LiveNotice>(), inbox<Error>(), inbox<true>()];
  await using _listener = await listenLive(db.staffUrl, heard.put, problems.put, () => connections.put(true));
  await connections.next();
  const { rows } = await endListeners();
  expect(rows).toEqual([{ ended: true }]);
  expect(await problems.next()).toBeInstanceOf(Error);
  await connections.next();
  const told = notice();
  await asDoor(db, 'STAFF', null, (tx) => announce(tx, told));
  expect(await heard.next()).toEqual(told);
});

/** Ends the connections of listeners, as the role that they have. */
function endListeners() {
  return db.staff.pool.query<{ ended: boolean }>(
    `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'sallyport-live'`,
  );
}
