import type { CompanyContact } from './companies.queries.ts';

/** A contact being edited; `key` stays the same while it moves. */
export interface ContactDraft {
  key: string;
  name: string;
  role: string;
  email: string;
  phone: string;
  isEmergency: boolean;
}

/** A row to fill in. */
export function blankContact(key: string): ContactDraft {
  return { key, name: '', role: '', email: '', phone: '', isEmergency: false };
}

/** What is saved now, as rows to edit. */
export function draftsOf(contacts: readonly CompanyContact[]): ContactDraft[] {
  return contacts.map(({ id, ...contact }) => ({ ...contact, key: id }));
}

/** Moves a row one place up (-1) or down (1); past the ends nothing moves. */
export function moved<Row>(rows: readonly Row[], index: number, by: -1 | 1): Row[] {
  const row = rows[index];
  const other = rows[index + by];
  if (row === undefined || other === undefined) return [...rows];
  return rows.map((one, place) => (place === index ? other : place === index + by ? row : one));
}

/** What is sent: rows that were left wholly empty are passed over. */
export function inputOf(rows: readonly ContactDraft[]): Omit<ContactDraft, 'key'>[] {
  return filled(rows).map(({ key: _key, ...contact }) => contact);
}

function filled(rows: readonly ContactDraft[]): ContactDraft[] {
  return rows.filter(({ name, role, email, phone }) =>
    [name, role, email, phone].some((text) => text.trim()),
  );
}

/** Errors come by the place in what was sent; this is the row that stands there. */
export function rowErrors(
  rows: readonly ContactDraft[],
  errors: Readonly<Record<string, string>>,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const sent = filled(rows);
  const found = new Map<string, Record<string, string>>();
  for (const [path, message] of Object.entries(errors)) {
    const [, place, field] = /^contacts\.(\d+)\.(\w+)$/.exec(path) ?? [];
    const row = place === undefined ? undefined : sent[Number(place)];
    if (row && field) found.set(row.key, { ...found.get(row.key), [field]: message });
  }
  return found;
}
