import {
  completeSetup,
  findGroup,
  makeCustomer,
  makeGroup,
  makeMembership,
  makeSession,
  makeStaff,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let manager: Awaited<ReturnType<typeof staffUser>>;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  manager = await staffUser(doors, { groups: ['manager'] });
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, input: unknown, as = manager.as) => doors.staff.call(path, input, { as });
const because = { reason: 'Leaves the firm' };

describe('the list of users', () => {
  test('costs three statements: session, page, count', async () => {
    doors.db.statements.length = 0;
    expect((await call('users.listUsers', {})).status).toBe(200);
    expect(doors.db.statements).toHaveLength(3);
  });

  test('A12: holds staff alone; a customer is on no page and in no count', async () => {
    await makeCustomer(doors.db, { displayName: 'Zz Customer' });
    const page = await call('users.listUsers', { search: 'Zz Customer' });
    expect(page.data()).toMatchObject({ rows: [], total: { count: 0 } });
  });

  test('finds by name, e-mail and username, by group, by status, and takes % literally', async () => {
    const tess = await makeStaff(doors.db, {
      displayName: 'Tess 100%',
      username: 'tess.h',
      email: 'th@example.test',
      groups: ['penetration-tester'],
      expiresAt: new Date(Date.now() - 1000),
    });
    const group = await findGroup(doors.db, 'penetration-tester');
    const ids = async (filter: object) =>
      (await call('users.listUsers', filter)).data<{ rows: { id: string }[] }>().rows.map(({ id }) => id);
    for (const search of ['tess 1', 'th@exam', 'TESS.H', '0%'])
      expect(await ids({ search })).toEqual([tess.id]);
    expect(await ids({ search: '100_' })).toEqual([]);
    expect(await ids({ search: 'Tess', groupId: group.id })).toEqual([tess.id]);
    expect(await ids({ search: 'Tess', status: ['EXPIRED'] })).toEqual([tess.id]);
    expect(await ids({ search: 'Tess', status: ['ACTIVE'] })).toEqual([]);
  });

  test.each(['displayName', 'email', 'lastSignInAt', 'createdAt'] as const)(
    'pages by %s, both ways, hold everyone once',
    async (field) => {
      for (let n = 0; n < 3; n += 1)
        await makeStaff(doors.db, { lastSignInAt: new Date(1e12 + n), displayName: 'Same Name' });
      const all = await readValue(doors, `SELECT count(*)::int FROM account WHERE audience = 'STAFF'`);
      for (const direction of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const input = { sort: { field, direction }, limit: 4, ...(cursor === null ? {} : { cursor }) };
          const page: { rows: { id: string }[]; nextCursor: string | null } = (
            await call('users.listUsers', input)
          ).data();
          seen.push(...page.rows.map(({ id }) => id));
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(new Set(seen).size).toBe(all);
        expect(seen).toHaveLength(Number(all));
      }
    },
  );

  test('R2: a made-up cursor, an unknown key and a sort that is not listed are 400', async () => {
    for (const input of [{ cursor: 'abc' }, { role: 'x' }, { sort: { field: 'status', direction: 'asc' } }]) {
      expect((await call('users.listUsers', input)).status).toBe(400);
    }
  });
});

describe('inviting', () => {
  const input = (more: object = {}) => ({
    displayName: 'New Comer',
    email: 'new@example.test',
    reason: 'Joins',
    ...more,
  });

  test('A1: into a group with more than the inviter holds is refused, and leaves no account', async () => {
    const { id } = await findGroup(doors.db, 'administrator');
    const answer = await call('users.inviteUser', input({ groupIds: [id] }));
    expect(answer.error).toMatchObject({ code: 'FORBIDDEN', reason: { gate: 'G7', rule: 'A1' } });
    expect(await readValue(doors, `SELECT count(*)::int FROM account WHERE email = 'new@example.test'`)).toBe(
      0,
    );
  });

  test('A10: into a customer group is refused', async () => {
    const { id } = await findGroup(doors.db, 'customer-viewer');
    expect((await call('users.inviteUser', input({ groupIds: [id] }))).error).toMatchObject({
      reason: { rule: 'A10' },
    });
  });

  test('A7: a group that requires an end date takes only accounts with one; who granted it and why is kept', async () => {
    const { id } = await findGroup(doors.db, 'Contractor');
    const refused = await call('users.inviteUser', input({ groupIds: [id] }));
    expect(refused.error).toMatchObject({ reason: { rule: 'A7' } });
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const allowed = await call(
      'users.inviteUser',
      input({ groupIds: [id, id], expiresAt, email: 'c@example.test' }),
    );
    const { userId } = allowed.data<{ userId: string }>();
    const detail = await call('users.getUser', { userId });
    expect(detail.data()).toMatchObject({
      status: 'INVITED',
      expiresAt,
      memberships: [{ groupName: 'Contractor', reason: 'Joins', grantedBy: { id: manager.account.id } }],
    });
  });

  test('U1: an address in use is refused with words, in any case; the same at the portal is another account', async () => {
    const customer = await makeCustomer(doors.db);
    expect(
      (await call('users.inviteUser', input({ email: manager.account.email.toUpperCase() }))).error,
    ).toMatchObject({
      code: 'CONFLICT',
      reason: { rule: 'U1' },
    });
    expect((await call('users.inviteUser', input({ email: customer.email }))).status).toBe(200);
  });

  test('L1: the audit holds ids and flags; never the name, the address or the secret', async () => {
    const answer = await call(
      'users.inviteUser',
      input({ displayName: 'Unmistakable Person', email: 'unmistakable@example.test' }),
    );
    const { link } = answer.data<{ link: string }>();
    const log = JSON.stringify(await auditRows(doors));
    expect(log).not.toMatch(/unmistakable/i);
    expect(log).not.toContain(link.split('#')[1]);
  });
});

describe('changing', () => {
  test('02: of two edits of one version the second is stale', async () => {
    const { id } = await makeStaff(doors.db);
    const edit = (displayName: string) =>
      call('users.updateUser', { userId: id, version: 1, displayName, username: null, title: '' });
    const answers = await Promise.all([edit('One'), edit('Two')]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['STALE_EDIT', null]);
    expect(await readValue(doors, 'SELECT version FROM account WHERE id = $1', [id])).toBe(2);
  });

  test('L1: a change is recorded by the keys that changed', async () => {
    const { id, displayName } = await makeStaff(doors.db);
    await call('users.updateUser', {
      userId: id,
      version: 1,
      displayName,
      username: 'fresh.name',
      title: 'Lead',
    });
    const rows = await auditRows(doors, 'account.updated');
    expect(rows.find((row) => row['object_id'] === id)).toMatchObject({
      after: { changed: ['username', 'title'] },
    });
  });

  test('U2, S7: a deactivated person is out at the next request, and back only by signing in again', async () => {
    const victim = await staffUser(doors, { password: await doors.password('seven slow herons over mud') });
    const current = () => doors.staff.call('auth.getCurrent', undefined, { as: victim.as });
    expect((await current()).status).toBe(200);
    await call('users.deactivateUser', { userId: victim.account.id, ...because });
    expect((await current()).status).toBe(401);
    const back = await call('users.reactivateUser', { userId: victim.account.id, ...because });
    expect(back.data()).toMatchObject({ status: 'ACTIVE' });
    expect((await current()).status).toBe(401);
  });

  test('U1: who was deactivated while invited comes back invited, and the old link stays dead', async () => {
    const invited = await call('users.inviteUser', {
      displayName: 'Never In',
      email: 'never@example.test',
      reason: 'x',
    });
    const { userId, link } = invited.data<{ userId: string; link: string }>();
    await call('users.deactivateUser', { userId, ...because });
    const back = await call('users.reactivateUser', { userId, ...because });
    expect(back.data()).toMatchObject({ status: 'INVITED' });
    const accepted = await doors.staff.call('invitations.acceptInvitation', {
      secret: link.split('#')[1],
      displayName: 'Never In',
      password: 'wooden spoons sing at noon',
    });
    expect(accepted.code).toBe('LINK_INVALID');
  });

  test('S7: a membership that ends or begins counts at the very next request', async () => {
    const someone = await staffUser(doors);
    const list = () => doors.staff.call('users.listUsers', {}, { as: someone.as });
    expect((await list()).status).toBe(403);
    await makeMembership(doors.db, { account: someone.account, group: 'manager' });
    expect((await list()).status).toBe(200);
    await doors.db.owner.query(
      `UPDATE membership SET expires_at = now() - interval '1 s' WHERE account_id = $1`,
      [someone.account.id],
    );
    expect((await list()).status).toBe(403);
  });

  test('abilities say what really happens', async () => {
    const office = await makeGroup(doors.db, { grants: [{ permission: 'manage-users' }] });
    const { as } = await staffUser(doors, { groups: [office.id] });
    const strong = await makeStaff(doors.db, { groups: ['manager'] });
    const detail = await call('users.getUser', { userId: strong.id }, as);
    expect(detail.data()).toMatchObject({
      abilities: { canEdit: false, canDeactivate: false, limit: expect.stringContaining('Manage Projects') },
    });
    expect((await call('users.deactivateUser', { userId: strong.id, ...because }, as)).status).toBe(403);
    const weak = await makeStaff(doors.db);
    expect((await call('users.getUser', { userId: weak.id }, as)).data()).toMatchObject({
      abilities: {
        canEdit: true,
        canDeactivate: true,
        canReactivate: false,
        canRenewInvitation: false,
        limit: null,
      },
    });
  });
});

describe('A5: the last Admin', () => {
  test('A5: of two Admins who deactivate each other at once, one remains', async () => {
    await using alone = await openTestDoors();
    const one = await completeSetup(alone.db);
    const first = { account: one, as: await makeSession(alone.db, one, { isConfirmed: true }) };
    const second = await staffUser(alone, { isAdmin: true });
    const deactivate = (by: { as: { secret: string } }, id: string) =>
      alone.staff.call('users.deactivateUser', { userId: id, ...because }, { as: by.as });
    const answers = await Promise.all([
      deactivate(first, second.account.id),
      deactivate(second, first.account.id),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      await readValue(alone, `SELECT count(*)::int FROM account WHERE is_admin AND status = 'ACTIVE'`),
    ).toBe(1);
  });

  test('A5: the only Admin with a password is not deactivated by one without', async () => {
    await using alone = await openTestDoors();
    const admin = await completeSetup(alone.db);
    const without = await staffUser(alone, { isAdmin: true, password: null });
    const answer = await alone.staff.call(
      'users.deactivateUser',
      { userId: admin.id, ...because },
      { as: without.as },
    );
    expect(answer.error).toMatchObject({ reason: { rule: 'A5' } });
  });
});
