import { z } from 'zod';
import { ProjectId, ReportId } from '../common/ids.ts';
import { Timestamp } from '../common/text.ts';
import { Person } from './accounts.ts';

export const ReportState = z.enum(['QUEUED', 'RENDERING', 'READY', 'FAILED']);
export type ReportState = z.infer<typeof ReportState>;

export const ReportRow = z.strictObject({
  id: ReportId,
  projectId: ProjectId,
  /** The firm's own count of drafts. */
  number: z.number().int(),
  /** "1.0": what it is called once released. */
  versionLabel: z.string(),
  state: ReportState,
  progress: z.strictObject({ done: z.number().int(), total: z.number().int() }),
  problem: z.string().nullable(),
  pages: z.number().int().nullable(),
  bytes: z.number().int().nullable(),
  /** SHA-256 of the PDF, hex. */
  sha256: z.string().nullable(),
  findingCount: z.number().int().nullable(),
  createdAt: Timestamp,
  createdBy: Person.nullable(),
  releasedAt: Timestamp.nullable(),
  releasedBy: Person.nullable(),
  /** Why it cannot be released now, in words; null when it can. */
  releaseProblem: z.string().nullable(),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const ReportList = z.strictObject({ rows: z.array(ReportRow) });
export const GenerateReportInput = z.strictObject({});
export const QueuedReport = z.strictObject({ id: ReportId, number: z.number().int() });
export const ReleaseReportInput = z.strictObject({});
