import type { TestDatabase } from '../test-database.ts';
import { insertRow } from './insert.ts';

export type AddressRuleInput =
  | { level: 'STAFF' | 'CUSTOMERS'; network: string }
  | { level: 'COMPANY' | 'ACCOUNT' | 'TOKEN'; subjectId: string; network: string };

/** A network from which one may come (S9), at one of the five levels. */
export async function makeAddressRule(db: TestDatabase, input: AddressRuleInput): Promise<{ id: string }> {
  const { level, network } = input;
  const subject = 'subjectId' in input ? { [`${level.toLowerCase()}_id`]: input.subjectId } : {};
  return insertRow<{ id: string }>(db, 'address_rule', { level, network, ...subject }, 'id');
}
