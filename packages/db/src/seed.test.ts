import { CUSTOMER_STARTING_GROUPS } from '@sallyport/contracts/portal';
import { STAFF_STARTING_GROUPS } from '@sallyport/contracts/staff';
import { createTestDatabase } from '@sallyport/testing';
import { expect, test } from 'vitest';
import { seedInstallation } from './seed.ts';

test('the first start makes the internal company and the starting groups with their grants', async () => {
  await using db = await createTestDatabase();
  const { rows: companies } = await db.owner.query('SELECT kind, name FROM company');
  expect(companies).toEqual([{ kind: 'INTERNAL', name: 'Your firm' }]);
  const groups = await db.staff.prisma.accessGroup.findMany({
    include: { grants: true },
    orderBy: { id: 'asc' },
  });
  expect(
    groups.map((group) => [group.audience, group.key, group.name, group.isAssignable, group.grants.length]),
  ).toEqual([
    ...STAFF_STARTING_GROUPS.map((group) => [
      'STAFF',
      group.key,
      group.name,
      group.isAssignable,
      group.grants.length,
    ]),
    ...CUSTOMER_STARTING_GROUPS.map((group) => [
      'CUSTOMER',
      group.key,
      group.name,
      false,
      group.grants.length,
    ]),
  ]);
});

test('later starts leave alone what people changed or deleted', async () => {
  await using db = await createTestDatabase();
  await db.owner.query(
    `DELETE FROM access_group WHERE name = 'Contractor'; UPDATE access_group SET name = 'Chiefs' WHERE key = 'manager'`,
  );
  expect(await seedInstallation(db.ownerUrl)).toBe(false);
  const { rows } = await db.owner.query(
    `SELECT name FROM access_group WHERE name = 'Contractor' OR key = 'manager'`,
  );
  expect(rows).toEqual([{ name: 'Chiefs' }]);
});

test('of several processes at the first start one seeds', async () => {
  await using db = await createTestDatabase();
  await db.owner.query('DELETE FROM installation; DELETE FROM company');
  await db.owner.query(
    `ALTER TABLE access_group DISABLE TRIGGER access_group_built_in_kept; DELETE FROM access_group; ALTER TABLE access_group ENABLE TRIGGER access_group_built_in_kept`,
  );
  const results = await Promise.all(Array.from({ length: 4 }, () => seedInstallation(db.ownerUrl)));
  expect(results.filter(Boolean)).toHaveLength(1);
});
