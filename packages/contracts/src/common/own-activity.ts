import { z } from 'zod';
import { Cursor, PageLimit } from './paging.ts';
import { Timestamp } from './text.ts';

export const ListOwnActivityInput = z.strictObject({ cursor: Cursor.optional(), limit: PageLimit });

/** One thing that one did, or that happened to one's account. Of others neither who nor from where. */
export const OwnActivityRow = z.strictObject({
  /** Position in the log; a string because it may outgrow a number. */
  seq: z.string(),
  at: Timestamp,
  /** As the audit log names it. */
  action: z.string(),
  outcome: z.enum(['ALLOWED', 'REFUSED', 'FAILED']),
  /** Through the web app, with an API token, or by neither. */
  via: z.enum(['web', 'tool', 'system']),
  /** False: somebody else did it, or nobody who was signed in. */
  isOwn: z.boolean(),
  address: z.string().nullable(),
  /** Which fields of one's account changed. */
  changed: z.array(z.string()),
  occurrences: z.number().int(),
});
export type OwnActivityRow = z.infer<typeof OwnActivityRow>;

export const OwnActivityPage = z.strictObject({
  rows: z.array(OwnActivityRow),
  nextCursor: Cursor.nullable(),
});
