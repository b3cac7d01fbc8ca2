import { AuditAction } from '@sallyport/contracts/staff';
import { completeSetup, makeCustomer, makeSession } from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { actionsIn } from './audit-areas.ts';

interface Row {
  seq: string;
  action: string;
  outcome: string;
  actor: { id: string; name: string } | null;
  object: { type: string; id: string; name: string | null } | null;
}

let doors: TestDoors;
let admin: Awaited<ReturnType<typeof staffUser>>;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  admin = await staffUser(doors, { isAdmin: true, displayName: 'Ada Admin' });
});
afterAll(() => doors[Symbol.asyncDispose]());

async function list(input: object): Promise<{ rows: Row[]; nextCursor: string | null }> {
  return (await doors.staff.call('audit.listAudit', input, { as: admin.as })).data();
}

test('L1: every action belongs to an area', () => {
  expect(
    actionsIn(['sign-in', 'people', 'groups', 'engagements', 'security', 'refusals']).toSorted(),
  ).toEqual([...AuditAction.options].toSorted());
  expect(actionsIn([])).toEqual([]);
});

test('L1: names are looked up when read: after a change of name the log tells the new one', async () => {
  const { as, account } = await staffUser(doors, { displayName: 'Old Name' });
  await doors.staff.call(
    'profile.updateProfile',
    { version: 1, displayName: 'Fresh Name', title: '' },
    { as },
  );
  const [row] = (await list({ actorId: account.id })).rows;
  expect(row).toMatchObject({
    action: 'account.updated',
    actor: { id: account.id, name: 'Fresh Name' },
    object: { type: 'account', id: account.id, name: 'Fresh Name' },
  });
});

test('L1: refusals are listed with who tried what; hidden objects too; by area and outcome', async () => {
  const { as, account } = await staffUser(doors, { groups: ['manager'] });
  const id = '00000000-0000-4000-8000-000000000000';
  await doors.staff.call('users.getUser', { userId: id }, { as });
  await doors.staff.call('audit.listAudit', {}, { as });
  const { rows } = await list({ area: ['refusals'], outcome: ['REFUSED'], actorId: account.id });
  expect(rows.map(({ object }) => object?.id ?? null)).toEqual([null, id]);
});

test('L1: a refusal at the portal and a failed sign-in there are on record', async () => {
  const customer = await makeCustomer(doors.db);
  const { secret } = await makeSession(doors.db, customer);
  await doors.portal.call('auth.signIn', { identifier: customer.email, password: 'not the right one' });
  await doors.portal.call('profile.updateProfile', { version: 1, displayName: 'Known' }, { as: { secret } });
  const { rows } = await list({ area: ['sign-in', 'people'] });
  const own = rows.filter(({ object }) => object?.id === customer.id);
  expect(own.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['account.updated', 'ALLOWED'],
    ['session.sign-in-failed', 'FAILED'],
  ]);
});

test('L3: pages run from the latest back, each row once, and `since` cuts', async () => {
  for (let n = 0; n < 5; n += 1)
    await staffUser(doors).then(({ as }) => doors.staff.call('auth.signOut', undefined, { as }));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({
      limit: 2,
      ...(cursor === null ? {} : { cursor }),
    });
    seen.push(...page.rows.map(({ seq }) => seq));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual([...seen].toSorted((a, b) => Number(b) - Number(a)));
  expect(new Set(seen).size).toBe(seen.length);
  const future = new Date(Date.now() + 60_000).toISOString();
  expect((await list({ since: future })).rows).toEqual([]);
});
