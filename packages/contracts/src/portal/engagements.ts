import { z } from 'zod';
import {
  Approach,
  CvssScore,
  Cwe,
  Day,
  ProjectStatus,
  Result,
  ScannerVector,
  ScopeKind,
} from '../common/engagement.ts';
import { EvidenceId, FindingId, InstanceId, ProjectId, ReportId, ScopeItemId } from '../common/ids.ts';
import { Cursor, PageLimit, pageOf } from '../common/paging.ts';
import { Severity, SeverityCounts } from '../common/severity.ts';
import { SearchText, Timestamp } from '../common/text.ts';

/** A project as its client sees it. Status comes from dates and completion alone. */
export const ShownProject = z.strictObject({
  id: ProjectId,
  name: z.string(),
  type: z.string(),
  status: ProjectStatus,
  testStart: Day.nullable(),
  testEnd: Day.nullable(),
  completedAt: Timestamp.nullable(),
  /** Published findings that are open, by severity; null without View Findings. */
  open: SeverityCounts.nullable(),
  findingCount: z.number().int().nullable(),
  reportCount: z.number().int().nullable(),
});
export type ShownProject = z.infer<typeof ShownProject>;
export const ShownProjectList = z.strictObject({ rows: z.array(ShownProject) });

export const PortalHome = z.strictObject({
  open: SeverityCounts.nullable(),
  projects: z.array(ShownProject),
  latestFindings: z.array(
    z.strictObject({
      id: FindingId,
      reference: z.string(),
      title: z.string(),
      severity: Severity,
      projectName: z.string(),
      publishedAt: Timestamp,
    }),
  ),
  latestReports: z.array(
    z.strictObject({
      id: ReportId,
      projectName: z.string(),
      versionLabel: z.string(),
      releasedAt: Timestamp,
    }),
  ),
});

export const ShownProjectDetail = z.strictObject({
  ...ShownProject.shape,
  approach: Approach.nullable(),
  standards: z.array(z.string()),
  description: z.string(),
  /** C4: by display name. */
  leads: z.array(z.string()),
  scope: z.array(
    z.strictObject({
      id: ScopeItemId,
      kind: ScopeKind,
      target: z.string(),
      note: z.string(),
      isInScope: z.boolean(),
    }),
  ),
});
export type ShownProjectDetail = z.infer<typeof ShownProjectDetail>;

export const PublishedFindingRow = z.strictObject({
  id: FindingId,
  projectId: ProjectId,
  projectName: z.string(),
  reference: z.string(),
  title: z.string(),
  severity: Severity,
  score: z.number().nullable(),
  result: Result,
  instanceCount: z.number().int(),
  publishedAt: Timestamp,
});
export type PublishedFindingRow = z.infer<typeof PublishedFindingRow>;

export const ListPublishedFindingsInput = z.strictObject({
  search: SearchText,
  projectId: ProjectId.optional(),
  severity: z.array(Severity).max(5).default([]),
  result: z.array(Result).max(5).default([]),
  cursor: Cursor.optional(),
  limit: PageLimit,
});
export const PublishedFindingPage = pageOf(PublishedFindingRow);

export const PublishedFindingDetail = z.strictObject({
  ...PublishedFindingRow.shape,
  cvss31: CvssScore.nullable(),
  cvss40: CvssScore.nullable(),
  scannerVectors: z.array(ScannerVector),
  cwe: z.array(Cwe),
  cve: z.array(z.string()),
  links: z.array(z.string()),
  description: z.string(),
  impact: z.string(),
  recommendation: z.string(),
  /** Null without View Steps and Evidence. */
  steps: z.string().nullable(),
  evidence: z
    .array(
      z.strictObject({
        id: EvidenceId,
        caption: z.string(),
        alt: z.string(),
        widthPx: z.number().int().nullable(),
        heightPx: z.number().int().nullable(),
      }),
    )
    .nullable(),
  instances: z.array(
    z.strictObject({
      id: InstanceId,
      target: z.string(),
      parameter: z.string(),
      note: z.string(),
      result: Result,
      /** Null without View Steps and Evidence. */
      output: z.string().nullable(),
    }),
  ),
});
export type PublishedFindingDetail = z.infer<typeof PublishedFindingDetail>;

export const ReleasedReport = z.strictObject({
  id: ReportId,
  projectId: ProjectId,
  projectName: z.string(),
  versionLabel: z.string(),
  releasedAt: Timestamp,
  pages: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  /** False: the copy without steps and evidence, for who may not view them. */
  hasSteps: z.boolean(),
});
export type ReleasedReport = z.infer<typeof ReleasedReport>;
export const ReleasedReportList = z.strictObject({ rows: z.array(ReleasedReport) });
export const ListReleasedReportsInput = z.strictObject({ projectId: ProjectId.optional() });
