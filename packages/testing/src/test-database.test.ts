import { expect, test } from 'vitest';
import { createTestDatabase, makeCustomer, makeSession, makeStaff } from './index.ts';

test('every test database is one of its own, seeded, with nobody in it', async () => {
  await using first = await createTestDatabase();
  await using second = await createTestDatabase();
  await makeStaff(first, { groups: ['manager', 'Contractor'] });
  expect([await first.staff.prisma.account.count(), await second.staff.prisma.account.count()]).toEqual([
    1, 0,
  ]);
  expect(await second.staff.prisma.accessGroup.count()).toBe(11);
});

test('the clock can be frozen and let go, for every connection at once', async () => {
  await using db = await createTestDatabase();
  const now = new Date('2031-02-03T04:05:06.789Z');
  await db.setNow(now);
  for (const door of [db.staff, db.portal, db.jobs]) {
    expect(await door.prisma.$queryRaw`SELECT app.now() AS now`).toEqual([{ now }]);
  }
  expect(
    (await db.staff.prisma.company.create({ data: { kind: 'EXTERNAL', name: 'Frozen' } })).createdAt,
  ).toEqual(now);
  await db.setNow(null);
  const { rows } = await db.owner.query('SELECT app.now() = now() AS "isRunning"');
  expect(rows).toEqual([{ isRunning: true }]);
});

test('the doors connect as their own roles, and a session made here is live there', async () => {
  await using db = await createTestDatabase();
  for (const [door, role] of [
    [db.staff, 'sallyport_staff'],
    [db.portal, 'sallyport_portal'],
    [db.jobs, 'sallyport_jobs'],
  ] as const) {
    expect(await door.prisma.$queryRaw`SELECT current_user::text AS me`).toEqual([{ me: role }]);
  }
  const customer = await makeCustomer(db);
  const { secret } = await makeSession(db, customer);
  const rows = await db.portal.prisma.$transaction([
    db.portal.prisma.$queryRaw`SELECT set_config('app.session', ${secret}, true)`,
    db.portal.prisma.$queryRaw`SELECT id::text FROM account`,
  ]);
  expect(rows[1]).toEqual([{ id: customer.id }]);
});
