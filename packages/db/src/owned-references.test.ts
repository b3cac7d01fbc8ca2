import { createTestDatabase, makeStaff } from '@sallyport/testing';
import { expect, test } from 'vitest';
import { ACCOUNT_REFERENCES, type AccountReference, placeOf, referencesOf } from './owned-references.ts';
import { TABLE_POLICIES } from './policies.ts';
import { REMOVED_BY_FUNCTION } from './repositories/anonymise-account.ts';

test('U4 every reference to an account is listed with its kind, and parts alone go with it', async () => {
  await using db = await createTestDatabase();
  const { rows } = await db.owner.query<{ name: string; onDelete: string }>(
    `SELECT conrelid::regclass::text || '.' || conname AS name, confdeltype AS "onDelete"
     FROM pg_constraint WHERE contype = 'f' AND confrelid = 'account'::regclass ORDER BY 1`,
  );
  const found = Object.fromEntries(rows.map(({ name, onDelete }) => [name, onDelete === 'c']));
  const stated = Object.fromEntries(
    Object.entries(ACCOUNT_REFERENCES).map(([name, kind]) => [name, kind === 'none']),
  );
  expect(found).toEqual(stated);
});

test('U4 the column of every reference is read off its name', async () => {
  await using db = await createTestDatabase();
  const { rows } = await db.owner.query<{ name: AccountReference; column: string }>(
    `SELECT c.conrelid::regclass::text || '.' || c.conname AS name, a.attname AS column
     FROM pg_constraint c
     JOIN unnest(c.conkey, c.confkey) AS k (here, there) ON true
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.here
     JOIN pg_attribute t ON t.attrelid = c.confrelid AND t.attnum = k.there
     WHERE c.contype = 'f' AND c.confrelid = 'account'::regclass AND t.attname = 'id'`,
  );
  for (const { name, column } of rows) {
    expect(placeOf(name)).toEqual({ table: name.split('.')[0], column });
  }
});

test('U1 every part of an account is removed when it is anonymised: by staff, or by the function that may', () => {
  const byFunction: readonly string[] = REMOVED_BY_FUNCTION;
  const forgotten = referencesOf('none')
    .map((name) => placeOf(name).table)
    .filter((table) => TABLE_POLICIES[table]?.staff !== 'all' && !byFunction.includes(table));
  expect(forgotten).toEqual([]);
});

test('U1 sign-ins are forgotten of who is anonymised, and refused of anybody else', async () => {
  await using db = await createTestDatabase();
  const person = await makeStaff(db);
  await expect(db.owner.query('SELECT app.forget_sign_ins($1)', [person.id])).rejects.toThrow('anonymised');
});
