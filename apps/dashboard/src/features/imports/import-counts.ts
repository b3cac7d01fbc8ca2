import type { ImportDecision } from '@sallyport/contracts/staff';
import type { ImportFinding } from './imports.queries.ts';

/** Decisions in the order in which they are read: what would be written first. */
export const DECISIONS = ['NEW', 'MERGE', 'UNCHANGED'] as const satisfies readonly ImportDecision[];

export interface DecisionCount {
  findings: number;
  /** Instances that would be added. */
  added: number;
}

/** How much each decision is about. */
export function countDecisions(findings: readonly ImportFinding[]): Record<ImportDecision, DecisionCount> {
  const counts: Record<ImportDecision, DecisionCount> = {
    NEW: { findings: 0, added: 0 },
    MERGE: { findings: 0, added: 0 },
    UNCHANGED: { findings: 0, added: 0 },
  };
  for (const { decision, newInstanceCount } of findings) {
    counts[decision].findings += 1;
    counts[decision].added += newInstanceCount;
  }
  return counts;
}

/** The rows of one decision, or all, in the order of the decisions. */
export function rowsOf(
  findings: readonly ImportFinding[],
  only: ImportDecision | null,
): readonly ImportFinding[] {
  return DECISIONS.filter((decision) => only === null || only === decision).flatMap((decision) =>
    findings.filter((finding) => finding.decision === decision),
  );
}
