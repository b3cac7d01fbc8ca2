import { z } from 'zod';
import { CvssScore, Cwe, Result, ScannerVector, SeveritySource } from '../common/engagement.ts';
import { EvidenceId, FindingId, InstanceId, ProjectId } from '../common/ids.ts';
import { Cursor, PageLimit, pageOf, SortDirection } from '../common/paging.ts';
import { Severity, SeverityCounts } from '../common/severity.ts';
import { Markdown, multiLine, SearchText, singleLine, Timestamp } from '../common/text.ts';
import { Person } from './accounts.ts';
import { FINDING_SORTS } from './choices.ts';

export const FindingRow = z.strictObject({
  id: FindingId,
  /** F-07; null until the first publication. */
  reference: z.string().nullable(),
  title: z.string(),
  severity: Severity,
  score: z.number().nullable(),
  result: Result,
  instanceCount: z.number().int(),
  evidenceCount: z.number().int(),
  isPublished: z.boolean(),
  isImported: z.boolean(),
  updatedAt: Timestamp,
  updatedBy: Person.nullable(),
});
export type FindingRow = z.infer<typeof FindingRow>;

export const FindingSort = z.enum(FINDING_SORTS);
export const ListFindingsInput = z.strictObject({
  search: SearchText,
  severity: z.array(Severity).max(5).default([]),
  isPublished: z.boolean().optional(),
  sort: z
    .strictObject({ field: FindingSort, direction: SortDirection })
    .default({ field: 'severity', direction: 'desc' }),
  cursor: Cursor.optional(),
  limit: PageLimit,
});
export const FindingPage = z.strictObject({
  ...pageOf(FindingRow).shape,
  /** Of the whole project, whatever the filter. */
  counts: SeverityCounts,
  draftCount: z.number().int(),
});

export const InstanceRow = z.strictObject({
  id: InstanceId,
  /** What is shown: the URL, or host:port/protocol. */
  target: z.string(),
  host: z.string(),
  address: z.string(),
  port: z.number().int().nullable(),
  protocol: z.string(),
  service: z.string(),
  url: z.string(),
  parameter: z.string(),
  note: z.string(),
  output: z.string(),
  result: Result,
  isImported: z.boolean(),
});
export type InstanceRow = z.infer<typeof InstanceRow>;

export const Evidence = z.strictObject({
  id: EvidenceId,
  caption: z.string(),
  alt: z.string(),
  audience: z.enum(['INTERNAL', 'CLIENT']),
  widthPx: z.number().int().nullable(),
  heightPx: z.number().int().nullable(),
  bytes: z.number().int(),
  createdAt: Timestamp,
  createdBy: Person.nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

export const FindingDetail = z.strictObject({
  ...FindingRow.shape,
  projectId: ProjectId,
  severitySource: SeveritySource,
  cvss31: CvssScore.nullable(),
  cvss40: CvssScore.nullable(),
  scannerVectors: z.array(ScannerVector),
  cwe: z.array(Cwe),
  cve: z.array(z.string()),
  links: z.array(z.string()),
  description: z.string(),
  impact: z.string(),
  steps: z.string(),
  recommendation: z.string(),
  instances: z.array(InstanceRow),
  evidence: z.array(Evidence),
  publishedAt: Timestamp.nullable(),
  /** Reports already released hold this finding, so it cannot be unpublished (C5). */
  isInReleasedReport: z.boolean(),
  createdAt: Timestamp,
  createdBy: Person.nullable(),
  version: z.number().int(),
  abilities: z.strictObject({ canWrite: z.boolean(), canPublish: z.boolean() }),
});
export type FindingDetail = z.infer<typeof FindingDetail>;

const Vector = singleLine(300, 0);
const Cve = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^CVE-\d{4}-\d{4,7}$/, { error: 'Write a CVE number such as CVE-2026-12345.' });
const Link = z
  .string()
  .trim()
  .max(500)
  .regex(/^https?:\/\/[^\s\p{Cc}]+$/iu, { error: 'Write an address that begins with https:// or http://.' });

const FindingFields = z.strictObject({
  title: singleLine(200),
  /** Which rating counts: a CVSS vector (then its severity is the server's) or a severity chosen by hand or by the tool. */
  severitySource: SeveritySource,
  severity: Severity,
  /** Empty = none. The server scores it; a vector that does not parse is refused. */
  cvss31Vector: Vector,
  cvss40Vector: Vector,
  cwe: z.array(z.number().int().min(1).max(99_999)).max(100),
  cve: z.array(Cve).max(1000),
  links: z.array(Link).max(500),
  description: Markdown,
  impact: Markdown,
  steps: Markdown,
  recommendation: Markdown,
});

export const CreateFindingInput = z.strictObject({
  title: singleLine(200),
  severity: Severity.default('info'),
});
export const CreatedFinding = z.strictObject({ id: FindingId });

export const UpdateFindingInput = z.strictObject({ ...FindingFields.shape, version: z.number().int() });
export const SavedFinding = z.strictObject({ version: z.number().int(), updatedAt: Timestamp });

export const DeleteFindingInput = z.strictObject({ version: z.number().int() });

/** Scores a vector without saving: what the calculator shows. */
export const ScoreVectorInput = z.strictObject({ vector: singleLine(300) });

export const SearchCweInput = z.strictObject({ search: SearchText });
export const CweList = z.strictObject({ rows: z.array(Cwe) });

/** Instances as pasted: one target per line (URL, or host[:port][/protocol]); text after a tab or " # " is the note. */
export const AddInstancesInput = z.strictObject({ text: multiLine(200_000) });
export const AddInstancesResult = z.strictObject({
  added: z.number().int(),
  duplicates: z.number().int(),
  refused: z.array(z.strictObject({ line: z.number().int(), text: z.string(), message: z.string() })),
});
export const UpdateInstanceInput = z.strictObject({
  instanceId: InstanceId,
  parameter: singleLine(200, 0),
  note: singleLine(500, 0),
});
export const RemoveInstancesInput = z.strictObject({ instanceIds: z.array(InstanceId).min(1).max(200) });

export const UpdateEvidenceInput = z.strictObject({
  evidenceId: EvidenceId,
  caption: singleLine(300, 0),
  alt: singleLine(300, 0),
  audience: z.enum(['INTERNAL', 'CLIENT']),
});
export const RemoveEvidenceInput = z.strictObject({ evidenceId: EvidenceId });
/** What the upload route answers. */
export const UploadedEvidence = z.strictObject({
  id: EvidenceId,
  alt: z.string(),
  widthPx: z.number().int(),
  heightPx: z.number().int(),
});

/** Publishes or takes back several findings of one project at once, all or none. */
export const PublishFindingsInput = z.strictObject({ findingIds: z.array(FindingId).min(1).max(200) });
export const PublishedFindings = z.strictObject({
  rows: z.array(z.strictObject({ id: FindingId, reference: z.string(), publishedAt: Timestamp })),
});
export const UnpublishFindingsInput = z.strictObject({
  findingIds: z.array(FindingId).min(1).max(200),
  reason: singleLine(200),
});
