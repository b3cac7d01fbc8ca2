import { completeSetup, makeSession, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

const RIGHT = 'seven slow herons over mud';
let doors: TestDoors;
beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

type As = { secret: string };
interface Listed {
  sessions: { id: string; isCurrent: boolean; method: string; address: string | null }[];
}
const call = (path: string, as: As, input?: unknown) => doors.staff.call(path, input, { as });
const list = async (as: As) => (await call('sessions.list', as)).data<Listed>().sessions;
const status = async (as: As) => (await call('auth.getCurrent', as)).status;

describe("S6: one's own sessions", () => {
  test('S6: the list has what is live, this one first, and no secret', async () => {
    const { account, as } = await staffUser(doors);
    const other = await makeSession(doors.db, account, { address: '203.0.113.9' });
    const idle = await makeSession(doors.db, account);
    await doors.db.owner.query(
      `UPDATE session SET last_used_at = app.now() - interval '61 minutes' WHERE id = $1`,
      [idle.id],
    );
    await makeSession(doors.db, await makeStaff(doors.db));
    const sessions = await list(as);
    expect(sessions.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      [as.id, true],
      [other.id, false],
    ]);
    expect(sessions[1]?.address).toBe('203.0.113.9');
    expect(JSON.stringify(sessions)).not.toContain(other.secret);
  });

  test('S6 allows ending one, or all others; recorded; refuses the one that asks and those of others', async () => {
    const { account, as } = await staffUser(doors);
    const [one, two] = [await makeSession(doors.db, account), await makeSession(doors.db, account)];
    const foreign = await makeSession(doors.db, await makeStaff(doors.db));
    expect((await call('sessions.end', as, { sessionId: one.id })).status).toBe(200);
    expect([await status(one), await status(two)]).toEqual([401, 200]);
    expect((await call('sessions.end', as, { sessionId: foreign.id })).code).toBe('NOT_FOUND');
    expect((await call('sessions.end', as, { sessionId: as.id })).code).toBe('NOT_FOUND');
    expect(await status(foreign)).toBe(200);
    expect((await call('sessions.endOthers', as)).status).toBe(200);
    expect([await status(two), await status(as)]).toEqual([401, 200]);
    const rows = (await auditRows(doors, 'session.ended')).filter((row) => row['actor_id'] === account.id);
    expect(rows.map((row) => row['after'])).toEqual([{ session: one.id, count: 1 }, { count: 1 }]);
  });
});

describe('A2: sessions of somebody else', () => {
  test('A2 allows who dominates to list and end them, and refuses who does not', async () => {
    const manager = await staffUser(doors, { groups: ['manager'] });
    const tester = await staffUser(doors, { groups: ['penetration-tester'] });
    const admin = await staffUser(doors, { isAdmin: true });
    const of = (userId: string) => ({ userId });
    expect((await call('users.listSessions', manager.as, of(tester.account.id))).status).toBe(200);
    expect((await call('users.listSessions', manager.as, of(admin.account.id))).code).toBe('FORBIDDEN');
    expect((await call('users.endSessions', manager.as, of(admin.account.id))).code).toBe('FORBIDDEN');
    expect((await call('users.endSessions', tester.as, of(manager.account.id))).code).toBe('FORBIDDEN');
    expect(await status(tester.as)).toBe(200);
    expect((await call('users.endSessions', manager.as, of(tester.account.id))).status).toBe(200);
    expect(await status(tester.as)).toBe(401);
  });
});

describe('S4: what happened since one was here before', () => {
  test('S4: the sign-in before this one, and the failures in between; confirming is no sign-in', async () => {
    const account = await makeStaff(doors.db, { password: await doors.password(RIGHT), hasFactor: false });
    const signIn = (password: string, address: string) =>
      doors.staff.call('auth.signIn', { identifier: account.email, password }, { address });
    const summary = async (secret: string | null) =>
      (await call('auth.getSignInSummary', { secret: secret ?? '' })).data();
    const first = await signIn(RIGHT, '203.0.113.20');
    expect(await summary(first.secret)).toEqual({ lastSignIn: null, failuresSince: 0, lastFailure: null });
    for (let n = 0; n < 3; n += 1) await signIn('not the password', '203.0.113.66');
    const second = await signIn(RIGHT, '203.0.113.21');
    const confirmed = await doors.staff.call(
      'auth.confirmIdentity',
      { password: RIGHT },
      { as: { secret: second.secret ?? '' } },
    );
    expect(await summary(confirmed.secret)).toMatchObject({
      lastSignIn: { address: '203.0.113.20' },
      failuresSince: 3,
      lastFailure: { address: '203.0.113.66' },
    });
    const third = await signIn(RIGHT, '203.0.113.22');
    expect(await summary(third.secret)).toMatchObject({
      lastSignIn: { address: '203.0.113.21' },
      failuresSince: 0,
    });
  });
});
