import type { TestDatabase } from '../test-database.ts';

/** Inserts one row as the owner and returns it as stored. Column names are ours, in snake case. */
export async function insertRow<Row extends object>(
  db: TestDatabase,
  table: string,
  values: Readonly<Record<string, unknown>>,
  returning: string,
): Promise<Row> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const columns = given.map(([column]) => column).join(', ');
  const places = given.map((_, index) => `$${index + 1}`).join(', ');
  const { rows } = await db.owner.query<Row>(
    `INSERT INTO ${table} (${columns}) VALUES (${places}) RETURNING ${returning}`,
    given.map(([, value]) => value),
  );
  const [row] = rows;
  if (!row) throw new Error(`Nothing was inserted into ${table}.`);
  return row;
}

let count = 0;

/** A number that no other call in this process got, for names that must be unique. */
export function nextNumber(): number {
  count += 1;
  return count;
}
