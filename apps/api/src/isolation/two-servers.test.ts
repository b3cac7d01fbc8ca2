import {
  completeSetup,
  makeCustomer,
  makeGroup,
  makeProject,
  makeSession,
  makeStaff,
  type TestAccount,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { revokeAll } from '../admin/revoke-all.ts';
import { enrolTotp } from '../doors/testing/factors.ts';
import type { TestStream } from '../doors/testing/open-stream.ts';
import { readValue } from '../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../doors/testing/test-doors.ts';
import { makeBearer } from '../doors/testing/tokens.ts';
import { setMailServer } from '../mail/testing/test-mail.ts';
import {
  type AccessChange,
  CHANGES_AT_ONES_DOOR,
  CHANGES_OF_CUSTOMERS,
  CHANGES_THAT_END_NOTHING,
  CHANGES_THAT_END_TOKENS,
  CHANGES_THAT_SPARE_TOKENS,
  NEW_PASSWORD,
  type Scene,
} from './testing/access-changes.ts';

/** Streams ask every three seconds; all tests of a group wait at once. */
const STREAM_MS = 5_000;

/** Where everything is opened that has to end. */
let first: TestDoors;
/** Where the changes are made: of the first it knows the database, and nothing else. */
let second: TestDoors;
let admin: { id: string; secret: string };

beforeAll(async () => {
  first = await openTestDoors();
  second = await openSecond(first);
  await completeSetup(first.db);
  await setMailServer(first);
  admin = await makeSession(first.db, await makeStaff(first.db, { isAdmin: true }), { isConfirmed: true });
});
afterAll(async () => {
  await second[Symbol.asyncDispose]();
  await first[Symbol.asyncDispose]();
});

/** A second server of the house, with modules of its own, so that the two share no memory; like another process. */
async function openSecond(beside: TestDoors): Promise<TestDoors> {
  vi.resetModules();
  const anew = await import('../doors/testing/test-doors.ts');
  expect(anew.openTestDoors).not.toBe(openTestDoors);
  return anew.openTestDoors({ beside });
}

/** What somebody holds at the first server. */
class Held {
  readonly account: TestAccount;
  readonly session: { id: string; secret: string };
  readonly own: { id: string; secret: string };
  readonly token: { secret: string } | null;
  readonly stream: TestStream | null;

  private constructor(
    account: TestAccount,
    session: Held['session'],
    own: Held['own'],
    token: Held['token'],
    stream: TestStream | null,
  ) {
    this.account = account;
    this.session = session;
    this.own = own;
    this.token = token;
    this.stream = stream;
  }

  static async by(account: TestAccount): Promise<Held> {
    const session = await makeSession(first.db, account);
    const own = await makeSession(first.db, account, { isConfirmed: true });
    const isStaff = account.audience === 'STAFF';
    const held = new Held(
      account,
      session,
      own,
      isStaff ? await makeBearer(first.db, account) : null,
      isStaff ? await first.staff.stream('live.events', {}, { as: session }) : null,
    );
    expect(await held.sessionStatus(), 'a session that lives').toBe(200);
    if (isStaff) {
      expect(await held.tokenStatus(), 'a token that lives').toBe(200);
      await held.expectHearing();
    }
    return held;
  }

  async sessionStatus(): Promise<number> {
    const door = this.account.audience === 'STAFF' ? first.staff : first.portal;
    return (await door.call('auth.getCurrent', undefined, { as: this.session })).status;
  }

  async tokenStatus(): Promise<number> {
    return (await first.tools.call('projects.listProjects', {}, { as: this.token })).status;
  }

  /** Something happens at the second server, and the stream at the first tells it. */
  async expectHearing(): Promise<void> {
    const project = await makeProject(first.db, { team: [{ account: this.account, role: 'OBSERVER' }] });
    const notice = { kind: 'project', id: project.id, projectId: project.id };
    await first.db.owner.query(`SELECT pg_notify('sallyport_live', $1)`, [JSON.stringify(notice)]);
    const heard = await this.#next((event) => event['projectId'] === project.id);
    expect(heard, 'a stream that lives').toMatchObject({ projectId: project.id });
  }

  async expectStreamEnds(since: number): Promise<void> {
    const last = await this.#next((event) => 'error' in event);
    expect(last).toMatchObject({ error: { data: { code: 'UNAUTHENTICATED' } } });
    expect(await this.stream?.next()).toBeNull();
    expect(performance.now() - since).toBeLessThan(STREAM_MS);
  }

  /** The next event that is meant; Admins hear of everybody's projects in between. */
  async #next(isMeant: (event: Record<string, unknown>) => boolean): Promise<Record<string, unknown> | null> {
    const event = (await this.stream?.next()) ?? null;
    return event === null || 'error' in event || isMeant(event) ? event : this.#next(isMeant);
  }
}

const tester = (isAdmin = false) => makeStaff(first.db, { groups: ['penetration-tester'], isAdmin });
const sceneOf = ({ account, own, session }: Held): Scene => ({
  at: second,
  account,
  own,
  admin,
  watched: session,
});

/** Makes a change at the second server; says what of before still counts at the first. */
async function play(change: AccessChange): Promise<{ held: Held; other: Held; at: number }> {
  const held = await Held.by(await tester(change.isAdmin));
  const other = await Held.by(await tester());
  await change.run(sceneOf(held));
  return { held, other, at: performance.now() };
}

async function expectAllLives(held: Held): Promise<void> {
  expect(await held.sessionStatus()).toBe(200);
  if (held.token) expect(await held.tokenStatus()).toBe(200);
  if (held.stream) await held.expectHearing();
  held.stream?.close();
}

describe.concurrent('S7 with two servers, staff', () => {
  test.each([...CHANGES_AT_ONES_DOOR, ...CHANGES_THAT_SPARE_TOKENS])(
    'S7 refuses session and stream at the other server once $name; allows the token, and everybody else',
    async (change) => {
      const { held, other, at } = await play(change);
      expect(await held.sessionStatus()).toBe(401);
      expect(await held.tokenStatus()).toBe(200);
      await held.expectStreamEnds(at);
      await expectAllLives(other);
    },
  );

  test.each(CHANGES_THAT_END_TOKENS)(
    'S7 refuses session, stream and token at the other server once $name; allows everybody else',
    async (change) => {
      const { held, other, at } = await play(change);
      expect(await held.sessionStatus()).toBe(401);
      expect(await held.tokenStatus()).toBe(401);
      await held.expectStreamEnds(at);
      await expectAllLives(other);
    },
  );

  test.each(CHANGES_THAT_END_NOTHING)('S7 allows session, stream and token when $name', async (change) => {
    const { held, other } = await play(change);
    await expectAllLives(held);
    other.stream?.close();
  });

  test('S7 counts a permission that is taken, and one that is given, at the next request; allows the session', async () => {
    const wide = [
      { permission: 'manage-users', reach: null },
      { permission: 'manage-projects', reach: 'ALL' },
    ] as const;
    const office = await makeGroup(first.db, { grants: wide });
    const held = await Held.by(await makeStaff(first.db, { groups: [office.id] }));
    const foreign = await makeProject(first.db);
    const list = async () => (await first.staff.call('users.listUsers', {}, { as: held.session })).status;
    const seesByToken = async () =>
      (await first.tools.call('projects.listProjects', {}, { as: held.token })).text.includes(foreign.id);
    expect([await list(), await seesByToken()]).toEqual([200, true]);
    const change = async (version: number, staff: readonly object[], removeMembers: string[] = []) => {
      const { id: groupId, name } = office;
      const input = { groupId, name, version, purpose: 'Made for a test.', removeMembers };
      const grants = { audience: 'STAFF', staff };
      (await second.staff.call('groups.updateGroup', { ...input, grants }, { as: admin })).data();
      return [await list(), await seesByToken()];
    };
    expect(await change(1, [])).toEqual([403, false]);
    expect(await change(2, wide)).toEqual([200, true]);
    expect(await change(3, wide, [held.account.id])).toEqual([403, false]);
    expect(await held.sessionStatus()).toBe(200);
    held.stream?.close();
  });
});

describe.concurrent('S7 with two servers, customers', () => {
  test.each([...CHANGES_AT_ONES_DOOR, ...CHANGES_OF_CUSTOMERS])(
    'S7 refuses the session at the other portal once $name; allows everybody else',
    async (change) => {
      const held = await Held.by(await makeCustomer(first.db));
      const other = await Held.by(await makeCustomer(first.db));
      await change.run(sceneOf(held));
      expect(await held.sessionStatus()).toBe(401);
      await expectAllLives(other);
    },
  );
});

test('S7 refuses the second step of a sign-in at the other server once the password is changed; allows it before', async () => {
  const password = await first.password(NEW_PASSWORD);
  const account = await makeStaff(first.db, { password });
  const totp = await enrolTotp(first, account);
  const begin = async () => {
    const input = { identifier: account.email, password: NEW_PASSWORD };
    return (await first.staff.call('auth.signIn', input)).pending;
  };
  const [kept, left] = [await begin(), await begin()];
  const finish = (pending: string | null, steps: number) =>
    first.staff.call('auth.presentTotp', { code: totp.codeAt(new Date(), steps) }, { pending });
  const done = await finish(kept, -1);
  expect([done.status, done.secret]).toEqual([200, expect.any(String)]);
  const own = await makeSession(first.db, account, { isConfirmed: true });
  const change = { newPassword: 'nine quiet otters below the weir' };
  (await second.staff.call('profile.changePassword', change, { as: own })).data();
  const refused = await finish(left, 0);
  expect([refused.status, refused.secret]).toEqual([401, null]);
});

test('S7 refuses every session and every token at both servers once all are revoked by command', async () => {
  await using here = await openTestDoors();
  await using there = await openTestDoors({ beside: here });
  await completeSetup(here.db);
  const account = await makeStaff(here.db, { groups: ['penetration-tester'] });
  const [session, token] = [await makeSession(here.db, account), await makeBearer(here.db, account)];
  const stream = await here.staff.stream('live.events', {}, { as: session });
  const states = (at: TestDoors) =>
    Promise.all([
      at.staff.call('auth.getCurrent', undefined, { as: session }),
      at.tools.call('projects.listProjects', {}, { as: token }),
    ]).then((answers) => answers.map(({ status }) => status));
  expect([await states(here), await states(there)]).toEqual([
    [200, 200],
    [200, 200],
  ]);
  await revokeAll(there.db.staff);
  const since = performance.now();
  expect([await states(here), await states(there)]).toEqual([
    [401, 401],
    [401, 401],
  ]);
  expect(await stream.next()).toMatchObject({ error: { data: { code: 'UNAUTHENTICATED' } } });
  expect(performance.now() - since).toBeLessThan(STREAM_MS);
  expect(await readValue(here, 'SELECT count(*)::int FROM session WHERE ended_at IS NULL')).toBe(0);
});
