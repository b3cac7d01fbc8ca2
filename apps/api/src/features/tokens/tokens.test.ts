import {
  completeSetup,
  makeGroup,
  makeMembership,
  makeSession,
  makeStaff,
  makeToken,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { makeBearer } from '../../doors/testing/tokens.ts';
import { setMailServer, waitingMails } from '../../mail/testing/test-mail.ts';

const ASSIGNED = { permission: 'manage-projects', reach: 'ASSIGNED' } as const;
const ALL = { permission: 'manage-projects', reach: 'ALL' } as const;
const USERS = { permission: 'manage-users', reach: null } as const;
const WEEK_MS = 7 * 86_400_000;

let doors: TestDoors;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

const create = ({ as }: Pick<SignedInPerson, 'as'>, more: object = {}) =>
  doors.staff.call('tokens.create', { name: 'CI', scopes: [ASSIGNED], days: 30, ...more }, { as });
const list = ({ as }: Pick<SignedInPerson, 'as'>) => doors.staff.call('tokens.list', {}, { as });
const use = (token: string) => doors.tools.call('projects.listProjects', {}, { as: { secret: token } });
const tester = () => staffUser(doors, { groups: ['penetration-tester'] });
const tokensOf = ({ account }: Pick<SignedInPerson, 'account'>) =>
  readValue(doors, 'SELECT count(*)::int FROM api_token WHERE account_id = $1 AND revoked_at IS NULL', [
    account.id,
  ]);
interface Made {
  token: string;
  row: { id: string; expiresAt: string };
}
const made = async (person: SignedInPerson, more: object = {}) => (await create(person, more)).data<Made>();

describe('T1 a token for oneself', () => {
  test('T1 allows one that works, is listed, is recorded and lies in the database as a hash alone', async () => {
    const person = await tester();
    const { token, row } = await made(person, { days: undefined });
    expect(token).toMatch(/^sp_[0-9a-f-]{36}_[\w-]{43}$/);
    expect(Math.round((Date.parse(row.expiresAt) - Date.now()) / 86_400_000)).toBe(90);
    expect((await use(token)).status).toBe(200);
    const listed = await list(person);
    expect(listed.data()).toMatchObject({
      rows: [{ id: row.id, name: 'CI', scopes: [ASSIGNED], givesNow: [ASSIGNED], networkCount: 0 }],
      grantable: [ASSIGNED],
      daysAtMost: 365,
      isAllowed: true,
    });
    expect(listed.data<{ rows: { lastUsedAt: string | null }[] }>().rows[0]?.lastUsedAt).not.toBeNull();
    const entries = (await auditRows(doors, 'token.created')).filter(
      (entry) => entry['object_id'] === row.id,
    );
    expect(entries).toMatchObject([
      { door: 'STAFF', actor_id: person.account.id, object_type: 'token', after: { scopes: [ASSIGNED] } },
    ]);
    const secret = token.split('_').slice(2).join('_');
    const stored = await readValue(doors, 'SELECT jsonb_agg(t) FROM api_token AS t WHERE id = $1', [row.id]);
    expect(JSON.stringify([stored, entries]) + listed.text).not.toContain(secret);
    expect(doors.logged.join()).not.toContain(secret);
  });

  test('T1 refuses a wider reach, what is not held, and what ends', async () => {
    const person = await tester();
    const temporary = await staffUser(doors);
    const expiresAt = new Date(Date.now() + WEEK_MS);
    await makeMembership(doors.db, { account: temporary.account, group: 'penetration-tester', expiresAt });
    const ending = await staffUser(doors, { groups: ['penetration-tester'], expiresAt });
    for (const answer of [
      await create(person, { scopes: [ALL] }),
      await create(person, { scopes: [ASSIGNED, USERS] }),
      await create(temporary),
      await create(ending),
    ]) {
      expect(answer.error).toMatchObject({ code: 'FORBIDDEN', reason: { gate: 'G7', rule: 'T1' } });
    }
    expect(await tokensOf(person)).toBe(0);
  });

  test('T1 allows up to the longest time that an Admin set, and refuses one day more', async () => {
    const person = await tester();
    await doors.db.owner.query('UPDATE security_policy SET token_days_at_most = 40');
    expect((await create(person, { days: 40 })).status).toBe(200);
    expect((await create(person, { days: 41 })).error?.reason?.rule).toBe('T1');
    await doors.db.owner.query('UPDATE security_policy SET token_days_at_most = 365');
    expect((await create(person, { days: 365 })).status).toBe(200);
    for (const days of [0, 366, 1.5]) expect((await create(person, { days })).status).toBe(400);
  });

  test('S8 allows after "Confirm it’s you", and asks for it before', async () => {
    const person = await staffUser(doors, { groups: ['penetration-tester'], isConfirmed: false });
    expect((await create(person)).code).toBe('CONFIRM_IDENTITY');
    const confirmed = await makeSession(doors.db, person.account, { isConfirmed: true });
    expect((await create({ as: confirmed })).status).toBe(200);
  });

  test('A8 allows where tokens are switched on; switched off, none is made and none works', async () => {
    const person = await tester();
    const { token } = await made(person);
    expect((await use(token)).status).toBe(200);
    const allow = (isOn: boolean) =>
      doors.db.owner.query('UPDATE account SET may_use_tokens = $1 WHERE id = $2', [isOn, person.account.id]);
    await allow(false);
    expect((await create(person)).error?.reason?.rule).toBe('A8');
    expect((await list(person)).data()).toMatchObject({ isAllowed: false });
    expect((await use(token)).status).toBe(401);
    await allow(true);
    expect((await use(token)).status).toBe(200);
  });

  test('R2 refuses a scope named twice, none, and a reach where there is none', async () => {
    const person = await tester();
    for (const scopes of [
      [],
      [ASSIGNED, ALL],
      [{ permission: 'manage-users', reach: 'ALL' }],
      [{ permission: 'everything', reach: null }],
    ]) {
      expect((await create(person, { scopes })).status).toBe(400);
    }
  });

  test('T1 gives what its scopes and its owner’s permissions have in common now', async () => {
    const group = await makeGroup(doors.db, { grants: [ALL, USERS] });
    const person = await staffUser(doors, { groups: [group.id] });
    await made(person, { scopes: [ALL, USERS] });
    await doors.db.owner.query(
      `DELETE FROM group_grant WHERE group_id = $1 AND permission = 'manage-users'`,
      [group.id],
    );
    await doors.db.owner.query(`UPDATE group_grant SET reach = 'ASSIGNED' WHERE group_id = $1`, [group.id]);
    expect((await list(person)).data()).toMatchObject({
      rows: [{ scopes: expect.arrayContaining([USERS, ALL]), givesNow: [ASSIGNED] }],
    });
  });
});

test('T1 is announced by mail, with its name and end and never its secret', async () => {
  await setMailServer(doors);
  const person = await tester();
  const { token, row } = await made(person, { name: 'Nightly import' });
  const [mail, ...others] = await waitingMails(doors, person.account.id);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    kind: 'token-created',
    recipient: person.account.email,
    variables: { tokenName: 'Nightly import', endsAt: row.expiresAt },
  });
  expect(JSON.stringify(mail)).not.toContain(token.split('_').slice(2).join('_'));
  expect((await create(person, { scopes: [ALL] })).status).toBe(403);
  expect(await waitingMails(doors, person.account.id)).toHaveLength(1);
  await doors.db.owner.query('DELETE FROM mail_setting');
});

describe('T1 revoking', () => {
  test('T1 allows the owner to end a token at once, on record, and refuses it twice', async () => {
    const person = await tester();
    const { token, row } = await made(person);
    const revoke = () => doors.staff.call('tokens.revoke', { tokenId: row.id }, person);
    expect((await revoke()).data()).toEqual({ done: true });
    expect((await use(token)).status).toBe(401);
    expect((await list(person)).data()).toMatchObject({ rows: [] });
    expect((await revoke()).status).toBe(404);
    const entries = (await auditRows(doors, 'token.revoked')).filter(
      (entry) => entry['object_id'] === row.id,
    );
    expect(entries).toHaveLength(1);
  });

  test('T1 refuses somebody else’s token as if it were not there', async () => {
    const [owner, other] = [await tester(), await tester()];
    const { row } = await made(owner);
    const foreign = await doors.staff.call('tokens.revoke', { tokenId: row.id }, other);
    const missing = await doors.staff.call('tokens.revoke', { tokenId: crypto.randomUUID() }, other);
    expect([foreign.status, foreign.text]).toEqual([missing.status, missing.text]);
    expect(await tokensOf(owner)).toBe(1);
    expect((await list(other)).text).not.toContain(row.id);
  });

  test('A2 allows who dominates the owner to see and revoke, and refuses who does not', async () => {
    const owner = await tester();
    const { token, row } = await made(owner);
    const manager = await staffUser(doors, { groups: ['manager'] });
    const office = await makeGroup(doors.db, { grants: [USERS] });
    const lesser = await staffUser(doors, { groups: [office.id] });
    const see = (by: SignedInPerson, userId = owner.account.id) =>
      doors.staff.call('users.listTokens', { userId }, by);
    const revoke = (by: SignedInPerson, userId = owner.account.id) =>
      doors.staff.call('users.revokeToken', { userId, tokenId: row.id }, by);
    expect((await see(lesser)).error?.reason?.rule).toBe('A2');
    expect((await revoke(lesser)).error?.reason?.rule).toBe('A2');
    const seen = await see(manager);
    expect(seen.data()).toMatchObject({ rows: [{ id: row.id, scopes: [ASSIGNED] }], canRevoke: true });
    // A token of another account cannot be named under this one.
    const bystander = await makeStaff(doors.db);
    expect((await revoke(manager, bystander.id)).status).toBe(404);
    expect((await use(token)).status).toBe(200);
    expect((await revoke(manager)).data()).toEqual({ done: true });
    expect((await use(token)).status).toBe(401);
  });
});

describe('S7 what ends tokens', () => {
  const bearer = async (input: Parameters<typeof staffUser>[1] = {}) => {
    const person = await staffUser(doors, { groups: ['project-manager'], ...input });
    return { ...person, ...(await makeBearer(doors.db, person.account)) };
  };

  test.each([
    ['the Admin flag is given', 'is_admin = true', 'is_admin = false'],
    ['the status changes', `status = 'INACTIVE'`, `status = 'ACTIVE'`],
    ['the account is suspended', 'suspended_at = app.now()', 'suspended_at = NULL'],
  ])('S7 allows until %s, and refuses from then on, also once it is undone', async (_what, change, undo) => {
    const { account, secret } = await bearer();
    const set = (what: string) =>
      doors.db.owner.query(`UPDATE account SET ${what} WHERE id = $1`, [account.id]);
    expect((await use(secret)).status).toBe(200);
    await set(change);
    expect((await use(secret)).status).toBe(401);
    await set(undo);
    expect((await use(secret)).status).toBe(401);
  });

  test('S7 refuses the tokens of an Admin who is one no more', async () => {
    const { account, secret } = await bearer({ isAdmin: true });
    expect((await use(secret)).status).toBe(200);
    await doors.db.owner.query('UPDATE account SET is_admin = false WHERE id = $1', [account.id]);
    expect((await use(secret)).status).toBe(401);
  });

  test('S7 allows after a change of profile, password or groups, which tokens survive', async () => {
    const { account, secret } = await bearer();
    await doors.db.owner.query(
      `UPDATE account SET display_name = 'Other', title = 'Lead', auth_epoch = auth_epoch + 1 WHERE id = $1`,
      [account.id],
    );
    expect((await use(secret)).status).toBe(200);
  });

  test('T1 refuses to leave a working token to somebody who was demoted at the same moment', async () => {
    const rounds = Array.from({ length: 6 }, async () => {
      const person = await staffUser(doors, { isAdmin: true });
      const demote = () =>
        doors.db.owner.query(
          `BEGIN; SELECT pg_advisory_xact_lock(${0x5a11});
           UPDATE account SET is_admin = false WHERE id = '${person.account.id}'; COMMIT`,
        );
      const [answer] = await Promise.all([create(person, { scopes: [ALL] }), demote()]);
      expect([200, 403]).toContain(answer.status);
      expect(await tokensOf(person)).toBe(0);
    });
    await Promise.all(rounds);
  });
});

test('tokens are listed in three statements, whatever their number', async () => {
  const person = await tester();
  for (let at = 0; at < 5; at += 1) await makeToken(doors.db, person.account);
  await list(person);
  doors.db.statements.length = 0;
  await list(person);
  const own = doors.db.statements.filter((sql) => !/^(BEGIN|COMMIT|SET|SELECT set_config)/i.test(sql));
  expect(own.map((sql) => /from\s+(?:\w+\.)?(\w+)|(read_session)/i.exec(sql)?.[0])).toHaveLength(3);
});
