import type { Page } from '../keyset/keyset.ts';

/** A page and how many rows match in all: exact to 1,000 (02 "Data"). */
export interface ListPage<Row> extends Page<Row> {
  total: { count: number; isExact: boolean };
}

/** A pattern for ILIKE that finds a text anywhere; what the user typed is taken literally. */
export function containing(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}
