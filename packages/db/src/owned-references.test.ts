import { createTestDatabase } from '@sallyport/testing';
import { expect, test } from 'vitest';
import { ACCOUNT_REFERENCES } from './owned-references.ts';

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
