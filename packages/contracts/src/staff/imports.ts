import { z } from 'zod';
import { FindingId, ImportId, ProjectId } from '../common/ids.ts';
import { Severity, SeverityCounts } from '../common/severity.ts';
import { Timestamp } from '../common/text.ts';
import { Person } from './accounts.ts';

export const ImportState = z.enum([
  'UPLOADED',
  'READING',
  'READY',
  'APPLYING',
  'APPLIED',
  'FAILED',
  'DISCARDED',
]);
export type ImportState = z.infer<typeof ImportState>;

export const ImportRow = z.strictObject({
  id: ImportId,
  projectId: ProjectId,
  fileName: z.string(),
  /** As people call it: "Nessus (.nessus)". */
  format: z.string(),
  bytes: z.number().int(),
  state: ImportState,
  /** Bytes read, or instances written, of how many. */
  progress: z.strictObject({ done: z.number().int(), total: z.number().int() }),
  findingCount: z.number().int().nullable(),
  instanceCount: z.number().int().nullable(),
  newFindingCount: z.number().int().nullable(),
  newInstanceCount: z.number().int().nullable(),
  counts: SeverityCounts.nullable(),
  /** What went wrong and what to do. */
  problem: z.strictObject({ message: z.string(), line: z.number().int().nullable() }).nullable(),
  createdAt: Timestamp,
  createdBy: Person.nullable(),
  appliedAt: Timestamp.nullable(),
  appliedBy: Person.nullable(),
  version: z.number().int(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportList = z.strictObject({
  rows: z.array(ImportRow),
  formats: z.array(z.strictObject({ name: z.string(), extensions: z.array(z.string()) })),
  maxBytes: z.number().int(),
});

export const ImportDecision = z.enum(['NEW', 'MERGE', 'UNCHANGED']);
export type ImportDecision = z.infer<typeof ImportDecision>;

/** One finding as the import would leave it, and the rule that decided. */
export const ImportFinding = z.strictObject({
  key: z.string(),
  title: z.string(),
  severity: Severity,
  instanceCount: z.number().int(),
  newInstanceCount: z.number().int(),
  decision: ImportDecision,
  rule: z.string(),
  findingId: FindingId.nullable(),
});
export type ImportFinding = z.infer<typeof ImportFinding>;

export const ImportDetail = z.strictObject({ ...ImportRow.shape, findings: z.array(ImportFinding) });
export type ImportDetail = z.infer<typeof ImportDetail>;

export const ApplyImportInput = z.strictObject({ version: z.number().int() });
export const DiscardImportInput = z.strictObject({ version: z.number().int() });
/** What the upload route answers. */
export const UploadedImport = z.strictObject({ id: ImportId });
/** What applying and discarding answer; the work itself is a job. */
export const ChangedImport = z.strictObject({ version: z.number().int() });
