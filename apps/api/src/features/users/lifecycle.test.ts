import { completeSetup, makeMembership, makeProject, makeSession, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { makeBearer } from '../../doors/testing/tokens.ts';

let doors: TestDoors;
let admin: SignedInPerson;
let manager: SignedInPerson;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  admin = await staffUser(doors, { isAdmin: true });
  manager = await staffUser(doors, { groups: ['manager'] });
});
afterAll(() => doors[Symbol.asyncDispose]());

const because = { reason: 'For the test' };
const call = (path: string, input: unknown, as = manager.as) => doors.staff.call(path, input, { as });
const current = ({ as }: SignedInPerson) => doors.staff.call('auth.getCurrent', undefined, { as });
const mailsOf = (kind: string) => readValue(doors, 'SELECT count(*)::int FROM mail WHERE kind = $1', [kind]);
const setMail = () =>
  doors.db.owner.query(`INSERT INTO mail_setting (host, port, security, authentication, from_address)
    VALUES ('mail.example', 25, 'NONE', 'NONE', 'firm@mail.example') ON CONFLICT DO NOTHING`);

describe('A17 suspending', () => {
  test('A17 allows to stop at once: session, token and link are dead, signing in is too; S7', async () => {
    const victim = await staffUser(doors, { groups: ['penetration-tester'] });
    const token = await makeBearer(doors.db, victim.account);
    const tools = () => doors.tools.call('projects.listProjects', {}, { as: token });
    expect((await current(victim)).status).toBe(200);
    expect((await tools()).status).toBe(200);
    const userId = victim.account.id;
    expect((await call('users.suspendUser', { userId, ...because })).status).toBe(200);
    expect((await current(victim)).status).toBe(401);
    expect((await tools()).status).toBe(401);
    const fresh = await makeSession(doors.db, victim.account);
    expect((await doors.staff.call('auth.getCurrent', undefined, { as: fresh })).status).toBe(401);
    const shown = await call('users.getUser', { userId });
    expect(shown.data()).toMatchObject({ status: 'SUSPENDED' });
    // S7: lifting revives nothing of before.
    expect((await call('users.liftSuspension', { userId, ...because })).status).toBe(200);
    expect((await current(victim)).status).toBe(401);
    expect((await tools()).status).toBe(401);
  });

  test('A17 allows a stand-in to stop somebody stronger, and refuses to lift it (A2)', async () => {
    const standIn = await staffUser(doors);
    const expiresAt = new Date(Date.now() + 86_400_000);
    await makeMembership(doors.db, { account: standIn.account, group: 'manager', expiresAt });
    const strong = await makeStaff(doors.db, { groups: ['administrator'] });
    const input = { userId: strong.id, ...because };
    expect((await call('users.suspendUser', input, standIn.as)).status).toBe(200);
    expect((await call('users.liftSuspension', input, standIn.as)).error).toMatchObject({
      reason: { rule: 'A2' },
    });
    expect((await call('users.liftSuspension', input, admin.as)).status).toBe(200);
  });

  test('A17 refuses to stop an Admin, and tells Admins of everybody else by mail', async () => {
    await setMail();
    expect((await call('users.suspendUser', { userId: admin.account.id, ...because })).error).toMatchObject({
      reason: { gate: 'G7', rule: 'A17' },
    });
    const { id } = await makeStaff(doors.db);
    expect(await mailsOf('account-suspended')).toBe(0);
    await call('users.suspendUser', { userId: id, ...because });
    const admins = `SELECT count(*)::int FROM account WHERE is_admin AND status = 'ACTIVE' AND suspended_at IS NULL`;
    expect(await mailsOf('account-suspended')).toBe(await readValue(doors, admins));
    await doors.db.owner.query('DELETE FROM mail_setting');
  });
});

describe('A7 the end of an account', () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

  test('A7 allows an end that lies ahead, and taking it away again', async () => {
    const { id: userId } = await makeStaff(doors.db);
    expect((await call('users.setExpiry', { userId, expiresAt: tomorrow, ...because })).status).toBe(200);
    expect((await call('users.getUser', { userId })).data()).toMatchObject({ expiresAt: tomorrow });
    expect((await call('users.setExpiry', { userId, expiresAt: null, ...because })).status).toBe(200);
  });

  test('A15 refuses an end for who leads an open project; A7 refuses none where a group requires one', async () => {
    const lead = await makeStaff(doors.db);
    await makeProject(doors.db, { owners: [lead] });
    const ends = (userId: string, expiresAt: string | null) =>
      call('users.setExpiry', { userId, expiresAt, ...because }, admin.as);
    expect((await ends(lead.id, tomorrow)).error).toMatchObject({ reason: { rule: 'A15' } });
    const contractor = await makeStaff(doors.db, {
      groups: ['Contractor'],
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    expect((await ends(contractor.id, null)).error).toMatchObject({ reason: { rule: 'A7' } });
    expect((await ends(contractor.id, '2020-01-01T00:00:00.000Z')).error).toMatchObject({
      reason: { rule: 'A7' },
    });
  });
});

describe('A4 the Admin flag', () => {
  test('A4 allows an Admin to give it and take it; sessions and tokens of before end (S7)', async () => {
    const person = await staffUser(doors);
    const userId = person.account.id;
    const token = await makeBearer(doors.db, person.account);
    const set = (isAdmin: boolean) => call('users.setAdmin', { userId, isAdmin, ...because }, admin.as);
    expect((await set(true)).status).toBe(200);
    expect((await current(person)).status).toBe(401);
    expect((await doors.tools.call('projects.listProjects', {}, { as: token })).status).toBe(401);
    expect(await readValue(doors, 'SELECT is_admin FROM account WHERE id = $1', [userId])).toBe(true);
    expect((await set(true)).code).toBe('STALE_EDIT');
    expect((await set(false)).status).toBe(200);
  });

  test('A5 refuses two Admins to drop each other: one remains, whoever was first', async () => {
    await using alone = await openTestDoors();
    const one = await completeSetup(alone.db);
    const first = { account: one, as: await makeSession(alone.db, one, { isConfirmed: true }) };
    const second = await staffUser(alone, { isAdmin: true });
    const drop = (by: { as: { secret: string } }, userId: string) =>
      alone.staff.call('users.setAdmin', { userId, isAdmin: false, ...because }, { as: by.as });
    const answers = await Promise.all([drop(first, second.account.id), drop(second, one.id)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = `SELECT count(*)::int FROM account WHERE is_admin AND status = 'ACTIVE'`;
    expect(await readValue(alone, left)).toBe(1);
  });

  test('A1 refuses a grant that a demotion overtook: never both', async () => {
    const granter = await staffUser(doors, { isAdmin: true });
    const target = await makeStaff(doors.db);
    const groupId = String(await readValue(doors, `SELECT id FROM access_group WHERE key = 'administrator'`));
    const [granted, demoted] = await Promise.all([
      call('users.bulkAddToGroup', { groupId, userIds: [target.id], ...because }, granter.as),
      call('users.setAdmin', { userId: granter.account.id, isAdmin: false, ...because }, admin.as),
    ]);
    expect(demoted.status).toBe(200);
    const grantSeq = `SELECT seq::int FROM audit_entry WHERE action = 'membership.added' AND object_id = $1`;
    const demotionSeq = `SELECT seq::int FROM audit_entry WHERE action = 'account.admin-changed' AND object_id = $1`;
    if (granted.status === 200) {
      const order = [
        Number(await readValue(doors, grantSeq, [target.id])),
        Number(await readValue(doors, demotionSeq, [granter.account.id])),
      ];
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    } else expect(await readValue(doors, grantSeq, [target.id])).toBeUndefined();
  });
});

describe('A8 switches', () => {
  const all = { mayUseTokens: true, isPasskeyOnly: false, mayDownload: true, mayComment: true };
  const set = (userId: string, change: Partial<typeof all>) =>
    call('users.setSwitches', { userId, ...all, ...change, ...because }, admin.as);

  test('A8 allows tokens until the switch is off, and refuses them from then on', async () => {
    const person = await staffUser(doors, { groups: ['penetration-tester'] });
    const as = await makeBearer(doors.db, person.account);
    const use = () => doors.tools.call('projects.listProjects', {}, { as });
    expect((await use()).status).toBe(200);
    await set(person.account.id, { mayUseTokens: false });
    expect((await use()).status).toBe(401);
    await set(person.account.id, {});
    expect((await use()).status).toBe(200);
  });

  test('A8 refuses a passkey as the only way in where there is none', async () => {
    const { id } = await makeStaff(doors.db);
    expect((await set(id, { isPasskeyOnly: true })).error).toMatchObject({
      code: 'CONFLICT',
      reason: { rule: 'A8' },
    });
  });
});

describe('credentials of others', () => {
  test('A2 allows a forced change of password: sessions end, and the change is owed', async () => {
    const victim = await staffUser(doors);
    const userId = victim.account.id;
    expect((await call('users.requirePasswordChange', { userId, ...because })).status).toBe(200);
    expect((await current(victim)).status).toBe(401);
    const owed = 'SELECT must_change_password FROM account WHERE id = $1';
    expect(await readValue(doors, owed, [userId])).toBe(true);
  });

  test('A2 allows an Admin to reset all factors: none is left, sessions end', async () => {
    const victim = await staffUser(doors);
    const userId = victim.account.id;
    expect((await call('users.resetFactors', { userId, ...because }, admin.as)).status).toBe(200);
    expect((await current(victim)).status).toBe(401);
    const left = 'SELECT count(*)::int FROM totp_factor WHERE account_id = $1';
    expect(await readValue(doors, left, [userId])).toBe(0);
    expect((await call('users.resetFactors', { userId, ...because })).error).toMatchObject({
      reason: { gate: 'G5' },
    });
  });

  test('U5 refuses a reset link without a mail server and says why; allows it with one, open once for 30 minutes', async () => {
    const { id: userId } = await makeStaff(doors.db);
    expect((await call('users.sendReset', { userId, ...because })).error).toMatchObject({
      code: 'CONFLICT',
      reason: { rule: 'U5' },
      userMessage: expect.stringContaining('mail server'),
    });
    await setMail();
    for (let n = 0; n < 2; n += 1) {
      expect((await call('users.sendReset', { userId, ...because })).status).toBe(200);
    }
    const open = `SELECT count(*)::int FROM one_time_link WHERE account_id = $1 AND purpose = 'RESET'
      AND consumed_at IS NULL AND expires_at BETWEEN now() + interval '25 min' AND now() + interval '31 min'`;
    expect(await readValue(doors, open, [userId])).toBe(1);
    await doors.db.owner.query('DELETE FROM mail_setting');
  });

  test('U6 allows another address at once for who never signed in, and refuses one that is taken', async () => {
    const { id: userId } = await makeStaff(doors.db, { status: 'INVITED' });
    const change = (newEmail: string) => call('users.changeUserEmail', { userId, newEmail, ...because });
    expect((await change('right@example.test')).data()).toEqual({ state: 'changed' });
    expect((await change(manager.account.email)).error).toMatchObject({ reason: { rule: 'U1' } });
  });
});

describe('activity', () => {
  test('A16 allows Manage Users what is about signing in, people and groups; costs four statements', async () => {
    const person = await staffUser(doors, { isAdmin: true });
    await call('users.suspendUser', { userId: (await makeStaff(doors.db)).id, ...because }, person.as);
    const companyId = (await makeProject(doors.db)).companyId;
    await doors.db.owner.query(
      `INSERT INTO audit_entry (door, action, outcome, actor_id, object_type, object_id, request_id)
       VALUES ('STAFF', 'company.updated', 'ALLOWED', $1, 'company', $2, 'test')`,
      [person.account.id, companyId],
    );
    doors.db.statements.length = 0;
    const seen = await call('users.listActivity', { userId: person.account.id });
    expect(doors.db.statements).toHaveLength(4);
    const actions = (answer: typeof seen) =>
      answer.data<{ rows: { action: string }[] }>().rows.map(({ action }) => action);
    expect(actions(seen)).toEqual(['account.suspended']);
    const all = await call('users.listActivity', { userId: person.account.id }, admin.as);
    expect(actions(all)).toEqual(['company.updated', 'account.suspended']);
  });
});

test('L1: what these write holds ids, flags and reasons, never a name or an address', async () => {
  const person = await makeStaff(doors.db, {
    displayName: 'Unmistakable Person',
    email: 'unmistakable@x.test',
  });
  const userId = person.id;
  await call('users.suspendUser', { userId, ...because });
  await call('users.liftSuspension', { userId, ...because });
  await call('users.requirePasswordChange', { userId, ...because });
  expect(JSON.stringify(await auditRows(doors))).not.toMatch(/unmistakable/i);
});
