import {
  completeSetup,
  makeCompany,
  makeCustomer,
  makeGroup,
  makeMembership,
  makeSession,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

describe('one’s own profile, staff', () => {
  test('Who may read: everyone sees their own groups, and what they hold through which', async () => {
    const { as } = await staffUser(doors, { groups: ['penetration-tester'] });
    const profile = await doors.staff.call('profile.getProfile', undefined, { as });
    expect(profile.data()).toMatchObject({
      memberships: [{ groupName: 'Penetration Tester' }],
      holds: [
        {
          grant: { permission: 'manage-projects', reach: 'ASSIGNED' },
          paths: [{ groupName: 'Penetration Tester' }],
        },
      ],
    });
  });

  test('A3: a profile changes name, title, telephone and username, and can carry nothing else', async () => {
    const { account, as } = await staffUser(doors);
    const update = (input: object) => doors.staff.call('profile.updateProfile', input, { as });
    const fields = {
      version: 1,
      displayName: 'New Name',
      title: 'Lead',
      phone: '+44 20 7946 0112',
      username: account.username,
    };
    for (const more of [
      { isAdmin: true },
      { status: 'ACTIVE' },
      { expiresAt: null },
      { email: 'x@example.test' },
    ]) {
      expect((await update({ ...fields, ...more })).status).toBe(400);
    }
    expect((await update(fields)).data()).toMatchObject({
      displayName: 'New Name',
      phone: '+44 20 7946 0112',
      version: 2,
      isAdmin: false,
    });
    expect((await update(fields)).code).toBe('STALE_EDIT');
    const rows = (await auditRows(doors, 'account.updated')).filter((row) => row['object_id'] === account.id);
    expect(rows).toMatchObject([{ after: { changed: ['displayName', 'title', 'phone'] } }]);
  });
});

describe.each(['staff', 'portal'] as const)('preferences of the account, %s', (door) => {
  const somebody = async () => {
    if (door === 'staff') return staffUser(doors);
    const account = await makeCustomer(doors.db);
    return { account, as: await makeSession(doors.db, account) };
  };

  test('R2: language and theme are of closed lists, kept with the account, and conflict with no edit', async () => {
    const { account, as } = await somebody();
    const prefer = (input: object) => doors[door].call('profile.updatePreferences', input, { as });
    for (const bad of [{ theme: 'pink' }, { language: 'xx' }, { theme: 'dark', title: 'Lead' }])
      expect((await prefer(bad)).status).toBe(400);
    expect((await prefer({ theme: 'dark' })).data()).toEqual({ language: 'en', theme: 'dark' });
    expect((await prefer({ language: 'en' })).data()).toEqual({ language: 'en', theme: 'dark' });
    const current = await doors[door].call('auth.getCurrent', undefined, { as });
    expect(current.data()).toMatchObject({ user: { theme: 'dark' } });
    const profile = await doors[door].call('profile.getProfile', undefined, { as });
    expect(profile.data()).toMatchObject({ theme: 'dark', language: 'en', version: 1 });
    const rows = (await auditRows(doors, 'account.updated')).filter((row) => row['object_id'] === account.id);
    expect(rows).toMatchObject([{ after: { changed: ['theme'] } }, { after: { changed: [] } }]);
  });

  test('R2: a telephone number is one, or none', async () => {
    const { account, as } = await somebody();
    const update = (phone: string) =>
      doors[door].call(
        'profile.updateProfile',
        door === 'staff'
          ? { version: 1, displayName: 'Name', title: '', phone, username: account.username }
          : { version: 1, displayName: 'Name', phone },
        { as },
      );
    for (const bad of ['call me', '+', '<b>1</b>', '1'.repeat(41)])
      expect((await update(bad)).status).toBe(400);
    expect((await update('')).status).toBe(200);
  });
});

test('S1: a username that another has is refused at its field', async () => {
  const taken = await staffUser(doors, { username: 'taken.name' });
  const { as } = await staffUser(doors);
  const fields = { version: 1, displayName: 'Name', title: '', phone: '' };
  const answer = await doors.staff.call(
    'profile.updateProfile',
    { ...fields, username: taken.account.username?.toUpperCase() },
    { as },
  );
  expect(answer.error).toMatchObject({ code: 'CONFLICT', userMessage: expect.stringContaining('username') });
  expect(
    (await doors.staff.call('profile.updateProfile', { ...fields, username: 'free.name' }, { as })).data(),
  ).toMatchObject({ username: 'free.name' });
});

describe('one’s own profile, portal', () => {
  const customer = async (input: Parameters<typeof makeCustomer>[1] = {}) => {
    const account = await makeCustomer(doors.db, { groups: ['customer-viewer'], ...input });
    return { account, as: await makeSession(doors.db, account, { isConfirmed: true }) };
  };

  test('C1: shows oneself, one’s own company and live groups, and nobody else', async () => {
    const company = await makeCompany(doors.db, { name: 'Bank of Examples' });
    const [mira, other] = [await customer({ company }), await customer({ company })];
    const ended = await makeGroup(doors.db, {
      audience: 'CUSTOMER',
      grants: [{ permission: 'accept-risk' }],
    });
    await makeMembership(doors.db, {
      account: mira.account,
      group: ended.id,
      expiresAt: new Date(Date.now() - 1000),
    });
    const profile = await doors.portal.call('profile.getProfile', undefined, { as: mira.as });
    expect(profile.data()).toMatchObject({
      id: mira.account.id,
      companyName: 'Bank of Examples',
      groups: [{ name: 'Customer Viewer' }],
      permissions: ['view-findings', 'download-reports'],
    });
    expect(profile.text).not.toContain(other.account.id);
    const current = await doors.portal.call('auth.getCurrent', undefined, { as: mira.as });
    expect(current.data()).toMatchObject({ user: { id: mira.account.id }, companyName: 'Bank of Examples' });
  });

  test('C1: changes one’s own name alone, on record; a company or an id in the input is 400', async () => {
    const [mira, other] = [await customer(), await customer()];
    const update = (input: object) => doors.portal.call('profile.updateProfile', input, { as: mira.as });
    const fields = { version: 1, displayName: 'New Name', phone: '+49 30 901820' };
    for (const more of [
      { companyId: other.account.companyId },
      { id: other.account.id },
      { email: 'x@example.test' },
    ]) {
      expect((await update({ ...fields, ...more })).status).toBe(400);
    }
    expect((await update(fields)).data()).toMatchObject({ displayName: 'New Name', version: 2 });
    expect((await update(fields)).code).toBe('STALE_EDIT');
    const untouched = await doors.portal.call('profile.getProfile', undefined, { as: other.as });
    expect(untouched.data()).toMatchObject({ displayName: other.account.displayName, version: 1 });
    const rows = (await auditRows(doors, 'account.updated')).filter(
      (row) => row['object_id'] === mira.account.id,
    );
    expect(rows).toMatchObject([
      { door: 'PORTAL', actor_id: mira.account.id, after: { changed: ['displayName', 'phone'] } },
    ]);
  });

  test('U2: when the company is archived the session is over', async () => {
    const company = await makeCompany(doors.db);
    const { as } = await customer({ company });
    const status = async () => (await doors.portal.call('auth.getCurrent', undefined, { as })).status;
    expect(await status()).toBe(200);
    await doors.db.owner.query('UPDATE company SET archived_at = app.now() WHERE id = $1', [company.id]);
    expect(await status()).toBe(401);
  });

  test('S7: a customer changes the password and goes on in a new session', async () => {
    const { account, as } = await customer();
    const changed = await doors.portal.call(
      'profile.changePassword',
      { newPassword: 'grey foxes borrow umbrellas' },
      { as },
    );
    expect(changed.secret).toMatch(/^[\w-]{43}$/);
    expect((await doors.portal.call('auth.getCurrent', undefined, { as })).status).toBe(401);
    const input = { identifier: account.email, password: 'grey foxes borrow umbrellas' };
    expect((await doors.portal.call('auth.signIn', input)).status).toBe(200);
    expect((await doors.staff.call('auth.signIn', input)).status).toBe(401);
  });
});
