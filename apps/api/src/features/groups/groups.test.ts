import {
  completeSetup,
  findGroup,
  makeCustomer,
  makeGroup,
  makeMembership,
  makeStaff,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let admin: Awaited<ReturnType<typeof staffUser>>;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  admin = await staffUser(doors, { isAdmin: true });
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, input: unknown, as = admin.as) => doors.staff.call(path, input, { as });
const staff = (...permissions: [string, ('ALL' | 'ASSIGNED')?][]) => ({
  audience: 'STAFF',
  staff: permissions.map(([permission, reach]) => ({ permission, reach: reach ?? null })),
});
const change = (group: { id: string; name: string; version?: number }, more: object) => ({
  groupId: group.id,
  version: group.version ?? 1,
  name: group.name,
  purpose: 'Made for a test.',
  ...more,
});

interface Effect {
  gain: { permission: string; detail: string; people: { id: string }[] }[];
  lose: { permission: string; detail: string; people: { id: string }[] }[];
  checks: { outcome: string; rule: string; message: string }[];
  isAllowed: boolean;
  needsConfirmation: boolean;
  changeCount: number;
  peopleCount: number;
}

describe('A6: names', () => {
  test.each(['Manager', 'MANAGER', 'Ｍanager', 'Mаnager', ' manager '])(
    'A6: "%s" cannot be taken',
    async (name) => {
      const answer = await call('groups.createGroup', { name, purpose: 'Imitates.', grants: staff() });
      expect(answer.code).toBe('NAME_TAKEN');
    },
  );

  test('A6: a built-in that was renamed keeps others from its first name, and may take it back itself', async () => {
    const group = await findGroup(doors.db, 'project-manager');
    const grants = staff(['manage-projects', 'ALL'], ['assign-projects', 'ALL']);
    expect(
      (await call('groups.updateGroup', change({ ...group, name: 'Delivery' }, { grants }))).status,
    ).toBe(200);
    const imitation = { name: 'Project Manager', purpose: 'Imitates.', grants: staff() };
    expect((await call('groups.createGroup', imitation)).code).toBe('NAME_TAKEN');
    const back = change({ ...group, version: 2 }, { grants });
    expect((await call('groups.updateGroup', back)).status).toBe(200);
  });

  test('A6: another name is allowed; of two at once one gets it', async () => {
    const input = {
      name: 'Wireless team',
      purpose: 'Radio work.',
      grants: staff(['manage-projects', 'ASSIGNED']),
    };
    const answers = await Promise.all([call('groups.createGroup', input), call('groups.createGroup', input)]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['NAME_TAKEN', null]);
  });

  test('A6: a built-in group is not deleted, not even by an Admin', async () => {
    const { id } = await findGroup(doors.db, 'penetration-tester');
    expect((await call('groups.deleteGroup', { groupId: id, version: 1 })).error).toMatchObject({
      reason: { rule: 'A6' },
    });
  });
});

describe('A9: the preview', () => {
  async function scene() {
    const group = await makeGroup(doors.db, {
      grants: [{ permission: 'manage-users' }, { permission: 'manage-projects', reach: 'ALL' }],
    });
    const [plain, also, boss, gone, joins] = [
      await makeStaff(doors.db, { displayName: 'Plain' }),
      await makeStaff(doors.db, { displayName: 'Also Manager', groups: ['manager'] }),
      await makeStaff(doors.db, { displayName: 'Boss', isAdmin: true }),
      await makeStaff(doors.db, { displayName: 'Gone', status: 'INACTIVE' }),
      await makeStaff(doors.db, { displayName: 'Joins', groups: ['penetration-tester'] }),
    ];
    for (const account of [plain, also, boss, gone])
      await makeMembership(doors.db, { account, group: group.id });
    return { group, plain, also, boss, gone, joins };
  }

  test('A9: names who gains and who loses over all their groups, and who loses nothing because another gives the same', async () => {
    const { group, plain, joins } = await scene();
    const effect = (
      await call(
        'groups.previewGroupChange',
        change(group, {
          grants: staff(['manage-projects', 'ALL'], ['manage-companies']),
          addMembers: [{ userId: joins.id, reason: 'Helps' }],
        }),
      )
    ).data<Effect>();
    const lost = effect.lose.find(({ permission }) => permission === 'manage-users');
    expect(lost?.people.map(({ id }) => id)).toEqual([plain.id]);
    expect(lost?.detail).toBe('Everywhere; 2 others keep it through Admin or Manager');
    const gained = effect.gain.filter(({ people }) => people.some(({ id }) => id === joins.id));
    expect(gained.map(({ permission, detail }) => [permission, detail.split(';')[0]])).toEqual(
      expect.arrayContaining([
        ['manage-projects', 'From projects they own or work on to all projects'],
        ['manage-companies', 'Everywhere'],
      ]),
    );
    expect(effect).toMatchObject({ isAllowed: true, changeCount: 3, peopleCount: 3 });
  });

  test('A9: the preview writes nothing, and what it says is what saving does', async () => {
    const { group, plain, joins } = await scene();
    const input = change(group, {
      grants: staff(['manage-companies']),
      addMembers: [{ userId: joins.id, reason: 'Helps' }],
      removeMembers: [plain.id],
    });
    const held = async (userId: string) =>
      (await call('users.getUser', { userId }))
        .data<{ holds: { grant: { permission: string } }[] }>()
        .holds.map(({ grant }) => grant.permission);
    const before = { plain: await held(plain.id), joins: await held(joins.id) };
    const effect = (await call('groups.previewGroupChange', input)).data<Effect>();
    expect({ plain: await held(plain.id), joins: await held(joins.id) }).toEqual(before);
    expect((await call('groups.updateGroup', input)).status).toBe(200);
    const after = { plain: await held(plain.id), joins: await held(joins.id) };
    const of = (rows: Effect['gain'], id: string) =>
      rows
        .filter(({ people }) => people.some((person) => person.id === id))
        .map(({ permission }) => permission);
    for (const [key, id] of [
      ['plain', plain.id],
      ['joins', joins.id],
    ] as const) {
      expect(after[key].filter((p) => !before[key].includes(p)).toSorted()).toEqual(
        of(effect.gain, id).toSorted(),
      );
      expect(before[key].filter((p) => !after[key].includes(p)).toSorted()).toEqual(
        of(effect.lose, id).toSorted(),
      );
    }
  });

  test('A1: what saving would refuse, the preview says refused, with the same words', async () => {
    const { group } = await scene();
    const office = await makeGroup(doors.db, { grants: [{ permission: 'manage-users' }] });
    const { as } = await staffUser(doors, { groups: [office.id] });
    const input = change(group, { grants: staff(['manage-users']) });
    const effect = (await call('groups.previewGroupChange', input, as)).data<Effect>();
    const refused = effect.checks.find(({ outcome }) => outcome === 'refused');
    expect([effect.isAllowed, refused?.rule]).toEqual([false, 'A1']);
    const saved = await call('groups.updateGroup', input, as);
    expect(saved.error).toMatchObject({ code: 'FORBIDDEN', userMessage: refused?.message });
  });

  test('S8: it says when saving will ask to confirm', async () => {
    const { group } = await scene();
    const { as } = await staffUser(doors, { isAdmin: true, isConfirmed: false });
    const input = change(group, { grants: staff() });
    expect((await call('groups.previewGroupChange', input, as)).data()).toMatchObject({
      isAllowed: true,
      needsConfirmation: true,
    });
    expect((await call('groups.updateGroup', input, as)).code).toBe('CONFIRM_IDENTITY');
  });
});

describe('saving a group', () => {
  test('A11: one member who may not be added refuses all of it', async () => {
    const contractors = await makeGroup(doors.db, { requiresAccountExpiry: true });
    const inADay = new Date(Date.now() + 86_400_000);
    const [fits, endless] = [await makeStaff(doors.db, { expiresAt: inADay }), await makeStaff(doors.db)];
    const add = (...ids: string[]) =>
      call(
        'groups.updateGroup',
        change(contractors, { grants: staff(), addMembers: ids.map((userId) => ({ userId, reason: 'x' })) }),
      );
    expect((await add(fits.id, endless.id)).error).toMatchObject({ reason: { rule: 'A7' } });
    expect(
      await readValue(doors, 'SELECT count(*)::int FROM membership WHERE group_id = $1', [contractors.id]),
    ).toBe(0);
    expect((await add(fits.id)).status).toBe(200);
  });

  test('A3: a manager cannot add or remove themselves; a colleague can be', async () => {
    const manager = await staffUser(doors, { groups: ['manager'] });
    const group = await makeGroup(doors.db, {
      grants: [{ permission: 'manage-projects', reach: 'ASSIGNED' }],
    });
    const grants = staff(['manage-projects', 'ASSIGNED']);
    const add = (userId: string) =>
      call(
        'groups.updateGroup',
        change(group, { grants, addMembers: [{ userId, reason: 'x' }] }),
        manager.as,
      );
    expect((await add(manager.account.id)).error).toMatchObject({ reason: { rule: 'A3' } });
    expect((await add((await makeStaff(doors.db)).id)).status).toBe(200);
  });

  test('A12: to Manage Users a customer does not exist; a member of the other audience is refused even to an Admin', async () => {
    const customer = await makeCustomer(doors.db);
    const manager = await staffUser(doors, { groups: ['manager'] });
    const group = await makeGroup(doors.db);
    const add = (as: { id: string; secret: string }, userId: string) =>
      call(
        'groups.updateGroup',
        change(group, { grants: staff(), addMembers: [{ userId, reason: 'x' }] }),
        as,
      );
    const random = await add(manager.as, '00000000-0000-4000-8000-000000000000');
    expect((await add(manager.as, customer.id)).text).toBe(random.text);
    expect(random.status).toBe(404);
    expect((await add(admin.as, customer.id)).error).toMatchObject({ reason: { rule: 'A10' } });
  });

  test('A7: adding a present member again is a new grant with its own reason and end', async () => {
    const group = await makeGroup(doors.db);
    const account = await makeStaff(doors.db);
    await makeMembership(doors.db, { account, group: group.id, reason: 'First' });
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const addMembers = [{ userId: account.id, reason: 'Extended', expiresAt }];
    const saved = await call('groups.updateGroup', change(group, { grants: staff(), addMembers }));
    expect(saved.data()).toMatchObject({
      members: [{ id: account.id, reason: 'Extended', expiresAt, grantedBy: { id: admin.account.id } }],
    });
  });

  test('02: a stale version is refused, by preview, update and delete alike', async () => {
    const group = await makeGroup(doors.db);
    const input = change(group, { grants: staff() });
    expect((await call('groups.updateGroup', input)).status).toBe(200);
    expect((await call('groups.updateGroup', input)).code).toBe('STALE_EDIT');
    expect((await call('groups.previewGroupChange', input)).code).toBe('STALE_EDIT');
    expect((await call('groups.deleteGroup', { groupId: group.id, version: 1 })).code).toBe('STALE_EDIT');
    expect((await call('groups.deleteGroup', { groupId: group.id, version: 2 })).status).toBe(200);
  });

  test('L1: grants before and after, and one row for everyone who joins or leaves', async () => {
    const group = await makeGroup(doors.db, { grants: [{ permission: 'manage-companies' }] });
    const [leaves, joins] = [await makeStaff(doors.db), await makeStaff(doors.db)];
    await makeMembership(doors.db, { account: leaves, group: group.id });
    const members = { addMembers: [{ userId: joins.id, reason: 'Helps' }], removeMembers: [leaves.id] };
    await call(
      'groups.updateGroup',
      change(group, { grants: staff(['manage-projects', 'ALL']), ...members }),
    );
    const rows = (await auditRows(doors)).slice(-3);
    expect(rows).toMatchObject([
      {
        action: 'group.updated',
        before: { grants: ['manage-companies'] },
        after: { grants: ['manage-projects:ALL'] },
      },
      { action: 'membership.added', object_id: joins.id, reason: 'Helps', after: { groupId: group.id } },
      { action: 'membership.removed', object_id: leaves.id, before: { groupId: group.id } },
    ]);
  });

  test('A10: a staff group gives no portal permission, and the reverse', async () => {
    const group = await makeGroup(doors.db);
    const input = change(group, { grants: { audience: 'CUSTOMER', customer: ['comment'] } });
    expect((await call('groups.updateGroup', input)).status).toBe(400);
    const mixed = { audience: 'STAFF', staff: [{ permission: 'comment', reach: null }] };
    expect((await call('groups.createGroup', { name: 'Mixed up', purpose: 'x', grants: mixed })).status).toBe(
      400,
    );
  });

  test('A12: a customer group with members is deleted by Manage Customers, not by Manage Users alone', async () => {
    const group = await makeGroup(doors.db, { audience: 'CUSTOMER', grants: [{ permission: 'comment' }] });
    await makeMembership(doors.db, { account: await makeCustomer(doors.db), group: group.id });
    const manager = await staffUser(doors, { groups: ['manager'] });
    const shown = await call('groups.getGroup', { groupId: group.id }, manager.as);
    expect(shown.data()).toMatchObject({ memberCount: 1, members: [] });
    const remove = (as: { id: string; secret: string }) =>
      call('groups.deleteGroup', { groupId: group.id, version: 1 }, as);
    expect((await remove(manager.as)).code).toBe('CONFLICT');
    expect((await remove(admin.as)).status).toBe(200);
  });
});
