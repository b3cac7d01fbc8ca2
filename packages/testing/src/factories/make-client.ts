import type { TestDatabase } from '../test-database.ts';
import { insertRow } from './insert.ts';
import { makeCompany, type TestCompany } from './make-company.ts';

export interface ClientInput {
  name?: string;
  notes?: string;
  archivedAt?: Date;
  contacts?: readonly { name: string; isEmergency?: boolean }[];
}

/** A client company with a profile and, unless told otherwise, one contact. */
export async function makeClient(db: TestDatabase, input: ClientInput = {}): Promise<TestCompany> {
  const { notes, contacts, ...rest } = input;
  const company = await makeCompany(db, rest);
  await db.owner.query('UPDATE company SET legal_name = name, notes = $2 WHERE id = $1', [
    company.id,
    notes ?? 'Prefers calls in the morning.',
  ]);
  for (const [position, contact] of (contacts ?? [{ name: 'Robin Vale' }]).entries()) {
    await insertRow(
      db,
      'company_contact',
      { company_id: company.id, name: contact.name, is_emergency: contact.isEmergency, position },
      'id',
    );
  }
  return company;
}
