import { z } from 'zod';

export const SortDirection = z.enum(['asc', 'desc']);
export type SortDirection = z.infer<typeof SortDirection>;

/** Rows a page may hold; lists show 20 unless asked. */
export const PageLimit = z.number().int().min(1).max(100).default(20);

/** An opaque place in a sorted list, as the server gave it out. */
export const Cursor = z.string().max(600);

/** How many rows match: exact to 1,000, beyond that "1,000+". */
export const Total = z.strictObject({ count: z.number().int().min(0), isExact: z.boolean() });
export type Total = z.infer<typeof Total>;

/** One page of a keyset-paginated list. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ rows: z.array(row), nextCursor: Cursor.nullable(), total: Total });
}
