import { SEVERITIES, type SeverityCounts } from '@sallyport/contracts/common';
import type { ImportSummary, KnownFinding, PlannedFindingRow } from '@sallyport/db';
import type { ImportedInstance, MergedFinding } from '@sallyport/importers';
import { shownReference } from '../findings/reference.service.ts';

/** What becomes of one finding of the file: a row of the preview, and the places that would be added. */
export interface PlannedFinding {
  row: PlannedFindingRow;
  found: MergedFinding;
  fresh: readonly ImportedInstance[];
}

/**
 * Compares a file with what the project has. A finding is the same when scanner and plugin are; a place when host, port
 * and protocol are. What is there is never overwritten: testers may have rewritten it.
 */
export function planImport(
  found: readonly MergedFinding[],
  known: ReadonlyMap<string, KnownFinding>,
): PlannedFinding[] {
  return found.map((merged) => {
    const { finding, instances } = merged;
    const existing = known.get(finding.key);
    const fresh = existing ? instances.filter(({ key }) => !existing.instanceKeys.has(key)) : instances;
    return {
      found: merged,
      fresh,
      row: {
        key: finding.key,
        title: finding.title,
        severity: finding.severity,
        instanceCount: instances.length,
        newInstanceCount: fresh.length,
        ...decisionOn(existing, fresh.length),
      },
    };
  });
}

function decisionOn(
  existing: KnownFinding | undefined,
  freshCount: number,
): Pick<PlannedFindingRow, 'decision' | 'rule' | 'findingId'> {
  if (!existing)
    return {
      decision: 'NEW',
      rule: 'No finding of this project comes from the same check.',
      findingId: null,
    };
  const name = shownReference(existing.reference) ?? 'a draft of this project';
  if (freshCount === 0) {
    return {
      decision: 'UNCHANGED',
      rule: `Same check as ${name}, every place known.`,
      findingId: existing.id,
    };
  }
  return {
    decision: 'MERGE',
    rule: `Same check as ${name}. Its text stays; new places are added.`,
    findingId: existing.id,
  };
}

/** The preview in numbers. */
export function summarise(planned: readonly PlannedFinding[]): ImportSummary {
  const counts: SeverityCounts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { found } of planned) counts[found.finding.severity] += 1;
  const total = (pick: (row: PlannedFindingRow) => number) =>
    planned.reduce((sum, { row }) => sum + pick(row), 0);
  return {
    counts,
    findingCount: SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0),
    instanceCount: total(({ instanceCount }) => instanceCount),
    newFindingCount: total(({ decision }) => Number(decision === 'NEW')),
    newInstanceCount: total(({ newInstanceCount }) => newInstanceCount),
  };
}
