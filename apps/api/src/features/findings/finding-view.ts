import { decide } from '@sallyport/access';
import type { CvssScore, Severity } from '@sallyport/contracts/common';
import type { Evidence, FindingDetail, FindingRow, InstanceRow } from '@sallyport/contracts/staff';
import type { EvidenceRecord, FindingListRecord, FindingRecord, Grant, InstanceRecord } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { isOpen } from '../decision-hints.ts';
import { iso, isoOrNull } from '../wire.ts';
import { severityOfScore } from './cvss.service.ts';
import { cweOf } from './cwe.service.ts';
import { shownReference } from './reference.service.ts';

type Row = z.input<typeof FindingRow>;
type Rated = Pick<FindingListRecord, 'severitySource' | 'cvss31Score' | 'cvss40Score'>;

/** A finding as a line of the list. */
export function findingRow(record: FindingListRecord | FindingRecord): Row {
  const { id, title, severity, result, instanceCount, evidenceCount, updatedBy } = record;
  return {
    id,
    reference: shownReference(record.reference),
    title,
    severity,
    score: countingScore(record),
    result,
    instanceCount,
    evidenceCount,
    isPublished: record.publishedAt !== null,
    isImported: record.sourceKey !== null,
    updatedAt: iso(record.updatedAt),
    updatedBy,
  };
}

/** Everything that the page about a finding shows, and what the caller may do there. */
export function findingDetail(
  { principal }: Call,
  { row, facts }: Grant<'finding'>,
  instances: readonly InstanceRecord[],
  evidence: readonly EvidenceRecord[],
): z.input<typeof FindingDetail> {
  const may = (action: 'project.write' | 'project.publish') =>
    isOpen(decide(principal, { action, project: facts }));
  return {
    ...findingRow(row),
    projectId: row.projectId,
    severitySource: row.severitySource,
    cvss31: cvssScore('3.1', row.cvss31Vector, row.cvss31Score),
    cvss40: cvssScore('4.0', row.cvss40Vector, row.cvss40Score),
    scannerVectors: row.scannerVectors,
    cwe: row.cwe.map(cweOf),
    cve: row.cve,
    links: row.links,
    description: row.description,
    impact: row.impact,
    steps: row.steps,
    recommendation: row.recommendation,
    instances: instances.map(instanceRow),
    evidence: evidence.map(evidenceView),
    publishedAt: isoOrNull(row.publishedAt),
    isInReleasedReport: row.isInReleasedReport,
    createdAt: iso(row.createdAt),
    createdBy: row.createdBy,
    version: row.version,
    abilities: { canWrite: may('project.write'), canPublish: may('project.publish') },
  };
}

function instanceRow({
  sourceKey,
  createdAt: _createdAt,
  ...row
}: InstanceRecord): z.input<typeof InstanceRow> {
  return { ...row, isImported: sourceKey !== null };
}

function evidenceView(record: EvidenceRecord): z.input<typeof Evidence> {
  const { id, caption, alt, audience, width, height, bytes, createdBy } = record;
  return {
    id,
    caption,
    alt,
    audience,
    widthPx: width,
    heightPx: height,
    bytes,
    createdAt: iso(record.createdAt),
    createdBy,
  };
}

/** The score that the severity rests on; none when a person or the tool chose it. */
function countingScore({ severitySource, cvss31Score, cvss40Score }: Rated): number | null {
  switch (severitySource) {
    case 'CVSS31':
      return cvss31Score;
    case 'CVSS40':
      return cvss40Score;
    case 'TOOL':
    case 'MANUAL':
      return null;
  }
}

function cvssScore(
  version: CvssScore['version'],
  vector: string | null,
  score: number | null,
): (CvssScore & { severity: Severity }) | null {
  if (vector === null || score === null) return null;
  return { version, vector, score, severity: severityOfScore(score) };
}
