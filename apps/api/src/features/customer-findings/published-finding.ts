import type { CvssScore } from '@sallyport/contracts/common';
import type { PublishedFindingDetail, PublishedFindingRow } from '@sallyport/contracts/portal';
import type { PublishedFindingRecord, PublishedFindingRowRecord } from '@sallyport/db';
import { withoutCaptions } from '@sallyport/richtext';
import type { z } from 'zod';
import { severityOfScore } from '../findings/cvss.service.ts';
import { cweOf } from '../findings/cwe.service.ts';
import { shownReference } from '../findings/reference.service.ts';
import { iso } from '../wire.ts';

type Rated = Pick<PublishedFindingRowRecord, 'severitySource' | 'cvss31Score' | 'cvss40Score'>;

/** A published finding as a line of a customer's list. */
export function publishedFindingRow(record: PublishedFindingRowRecord): z.input<typeof PublishedFindingRow> {
  const { id, projectId, projectName, title, severity, result, instanceCount, publishedAt } = record;
  return {
    id,
    projectId,
    projectName,
    reference: shownReference(record.reference),
    title,
    severity,
    score: countingScore(record),
    result,
    instanceCount,
    publishedAt: iso(publishedAt),
  };
}

/** All of it that a customer may read; without View Steps and Evidence how it was found stays out. */
export function publishedFindingDetail(
  record: PublishedFindingRecord,
  hasSteps: boolean,
): z.input<typeof PublishedFindingDetail> {
  const { instances } = record;
  const evidence = hasSteps ? record.evidence : [];
  const seen = new Set(evidence.map(({ id }) => id));
  // C3: what was written for an image tells of it as the image does.
  const text = (markdown: string) => withoutCaptions(markdown, (id) => seen.has(id));
  return {
    ...publishedFindingRow({ ...record, instanceCount: instances.length }),
    cvss31: cvssScore('3.1', record.cvss31Vector, record.cvss31Score),
    cvss40: cvssScore('4.0', record.cvss40Vector, record.cvss40Score),
    scannerVectors: record.scannerVectors,
    cwe: record.cwe.map(cweOf),
    cve: record.cve,
    links: record.links,
    description: text(record.description),
    impact: text(record.impact),
    recommendation: text(record.recommendation),
    steps: hasSteps ? text(record.steps) : null,
    evidence: hasSteps
      ? evidence.map(({ id, caption, alt, widthPx, heightPx }) => ({ id, caption, alt, widthPx, heightPx }))
      : null,
    instances: instances.map(({ id, target, parameter, note, result, output }) => ({
      id,
      target,
      parameter,
      note,
      result,
      output: hasSteps ? output : null,
    })),
  };
}

/** The score that the severity rests on; none when a person or the tool chose it. */
function countingScore({ severitySource, cvss31Score, cvss40Score }: Rated): number | null {
  if (severitySource === 'CVSS31') return cvss31Score;
  return severitySource === 'CVSS40' ? cvss40Score : null;
}

function cvssScore(
  version: CvssScore['version'],
  vector: string | null,
  score: number | null,
): CvssScore | null {
  if (vector === null || score === null) return null;
  return { version, vector, score, severity: severityOfScore(score) };
}
