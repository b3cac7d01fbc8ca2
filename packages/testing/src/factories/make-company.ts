import { uuidv7 } from 'uuidv7';
import type { TestDatabase } from '../test-database.ts';
import { insertRow, nextNumber } from './insert.ts';

export interface TestCompany {
  id: string;
  kind: 'INTERNAL' | 'EXTERNAL';
  name: string;
}

/** A client company. */
export function makeCompany(
  db: TestDatabase,
  input: { name?: string; archivedAt?: Date } = {},
): Promise<TestCompany> {
  return insertRow<TestCompany>(
    db,
    'company',
    {
      id: uuidv7(),
      kind: 'EXTERNAL',
      name: input.name ?? `Company ${nextNumber()}`,
      archived_at: input.archivedAt,
    },
    'id, kind, name',
  );
}

/** The firm itself, which the seed made. */
export async function internalCompany(db: TestDatabase): Promise<TestCompany> {
  const { rows } = await db.owner.query<TestCompany>(
    `SELECT id, kind, name FROM company WHERE kind = 'INTERNAL'`,
  );
  const [company] = rows;
  if (!company) throw new Error('The database is not seeded.');
  return company;
}
