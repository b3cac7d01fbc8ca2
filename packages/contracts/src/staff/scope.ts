import { z } from 'zod';
import { ScopeKind } from '../common/engagement.ts';
import { ScopeItemId } from '../common/ids.ts';
import { multiLine, singleLine } from '../common/text.ts';

export const ScopeItem = z.strictObject({
  id: ScopeItemId,
  kind: ScopeKind,
  target: z.string(),
  note: z.string(),
  isInScope: z.boolean(),
});
export type ScopeItem = z.infer<typeof ScopeItem>;
export const ScopeList = z.strictObject({ rows: z.array(ScopeItem) });

/** Targets as pasted: one per line; text after " # " or a tab is the note; blank lines are passed over. */
export const AddScopeInput = z.strictObject({
  text: multiLine(200_000),
  isInScope: z.boolean().default(true),
  /** Only says what would happen. */
  dryRun: z.boolean().default(false),
});
export const ScopeLine = z.strictObject({
  line: z.number().int(),
  text: z.string(),
  outcome: z.enum(['ADDED', 'DUPLICATE', 'REFUSED']),
  kind: ScopeKind.nullable(),
  target: z.string().nullable(),
  message: z.string().nullable(),
});
export type ScopeLine = z.infer<typeof ScopeLine>;
export const AddScopeResult = z.strictObject({
  lines: z.array(ScopeLine),
  added: z.number().int(),
  duplicates: z.number().int(),
  refused: z.number().int(),
});
export const UpdateScopeItemInput = z.strictObject({
  scopeItemId: ScopeItemId,
  isInScope: z.boolean(),
  note: singleLine(300, 0),
});
export const RemoveScopeInput = z.strictObject({ scopeItemIds: z.array(ScopeItemId).min(1).max(200) });
