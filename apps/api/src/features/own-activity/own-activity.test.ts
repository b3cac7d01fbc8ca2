import { completeSetup, makeCompany, makeProject } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerOf } from '../../doors/testing/customers.ts';
import { staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

interface Page {
  rows: { action: string; isOwn: boolean; address: string | null; changed: string[]; seq: string }[];
  nextCursor: string | null;
}
const listed = async (door: 'staff' | 'portal', as: { secret: string }, input: object = {}) =>
  (await doors[door].call('ownActivity.list', input, { as })).data<Page>();

/** Writes rows straight into the log. */
const record = (rows: readonly Record<string, unknown>[]) =>
  Promise.all(
    rows.map((row) => {
      const full = { door: 'STAFF', outcome: 'ALLOWED', request_id: 'test', ...row };
      const keys = Object.keys(full);
      return doors.db.owner.query(
        `INSERT INTO audit_entry (${keys.join(', ')}) VALUES (${keys.map((_, at) => `$${at + 1}`).join(', ')})`,
        Object.values(full),
      );
    }),
  );

describe.each(['staff', 'portal'] as const)('Who may read: one’s own activity, %s', (door) => {
  const somebody = async () =>
    door === 'staff' ? staffUser(doors) : customerOf(doors, await makeCompany(doors.db));
  const name = door === 'staff' ? 'STAFF' : 'PORTAL';

  test('Who may read: allows what one did and what happened to one’s account, failures among it', async () => {
    const { account, as } = await somebody();
    await record([
      { door: name, action: 'session.signed-in', actor_id: account.id, address: '198.51.100.4' },
      {
        door: name,
        action: 'session.sign-in-failed',
        outcome: 'FAILED',
        object_type: 'account',
        object_id: account.id,
        address: '203.0.113.9',
      },
    ]);
    const page = await listed(door, as);
    expect(new Set(page.rows.map(({ action, isOwn, address }) => `${action} ${isOwn} ${address}`))).toEqual(
      new Set(['session.signed-in true 198.51.100.4', 'session.sign-in-failed false 203.0.113.9']),
    );
  });

  test('Who may read: refuses what others did elsewhere, and of what they did to oneself who and from where', async () => {
    const [mine, other] = [await somebody(), await somebody()];
    const admin = await staffUser(doors, { isAdmin: true, displayName: 'Nosy Admin' });
    await record([
      { action: 'session.signed-in', door: name, actor_id: other.account.id },
      {
        action: 'account.deactivated',
        actor_id: admin.account.id,
        object_type: 'account',
        object_id: mine.account.id,
        address: '192.0.2.77',
        reason: 'Secret reason',
        after: JSON.stringify({ byName: 'Nosy Admin' }),
      },
    ]);
    const answer = await doors[door].call('ownActivity.list', {}, { as: mine.as });
    expect(answer.data<Page>().rows).toMatchObject([
      { action: 'account.deactivated', isOwn: false, changed: [] },
    ]);
    for (const secret of [admin.account.id, other.account.id, 'Nosy', 'Secret reason'])
      expect(answer.text).not.toContain(secret);
  });

  test('A16, C3 leave refusals out: they would tell what exists', async () => {
    const { account, as } = await somebody();
    const { id } = await makeProject(doors.db);
    const common = { door: name, actor_id: account.id, object_type: 'project', object_id: id };
    await record([
      { ...common, action: 'access.refused', outcome: 'REFUSED' },
      { ...common, action: 'call.failed', outcome: 'FAILED' },
    ]);
    expect((await listed(door, as)).rows).toEqual([]);
  });

  test('02 "Data": pages follow each other without a gap or a repetition, in one statement each', async () => {
    const { account, as } = await somebody();
    await record(
      Array.from({ length: 7 }, (_, at) =>
        at % 2 === 0
          ? { door: name, action: 'session.signed-in', actor_id: account.id }
          : { door: name, action: 'account.updated', object_type: 'account', object_id: account.id },
      ),
    );
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await listed(door, as, { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.rows.map(({ seq }) => seq));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(seen.map(Number)).toEqual(seen.map(Number).toSorted((a, b) => b - a));
    expect((await doors[door].call('ownActivity.list', { cursor: 'x' }, { as })).status).toBe(400);
    doors.db.statements.length = 0;
    await listed(door, as);
    expect(doors.db.statements.filter((sql) => sql.includes('my_activity'))).toHaveLength(1);
    const own = doors.db.statements.filter((sql) => !/^(BEGIN|COMMIT|SET|SELECT set_config)/i.test(sql));
    expect(own).toHaveLength(2);
  });

  test('L1 says which fields of one’s own profile changed', async () => {
    const { as } = await somebody();
    await doors[door].call('profile.updatePreferences', { theme: 'dark' }, { as });
    expect((await listed(door, as)).rows).toMatchObject([
      { action: 'account.updated', isOwn: true, changed: ['theme'] },
    ]);
  });
});
