import { makeSession, makeStaff, type StaffInput, type TestAccount } from '@sallyport/testing';
import type { TestDoors } from './test-doors.ts';

export interface SignedInPerson {
  account: TestAccount;
  /** For the `as` of a call. */
  as: { id: string; secret: string };
}

/** A staff user with a live session; identity confirmed unless told otherwise. */
export async function staffUser(
  { db }: TestDoors,
  input: StaffInput & { isConfirmed?: boolean } = {},
): Promise<SignedInPerson> {
  const { isConfirmed = true, ...staff } = input;
  const account = await makeStaff(db, staff);
  return { account, as: await makeSession(db, account, { isConfirmed }) };
}

/** Rows of the audit log, oldest first. */
export async function auditRows({ db }: TestDoors, action?: string): Promise<Record<string, unknown>[]> {
  const { rows } = await db.owner.query<Record<string, unknown>>(
    'SELECT * FROM audit_entry WHERE $1::text IS NULL OR action = $1 ORDER BY seq',
    [action ?? null],
  );
  return rows;
}

/** The one value of a one-row query, as the owner. */
export async function readValue(
  { db }: TestDoors,
  sql: string,
  values: readonly unknown[] = [],
): Promise<unknown> {
  const { rows } = await db.owner.query<Record<string, unknown>>(sql, [...values]);
  return Object.values(rows[0] ?? {})[0];
}
