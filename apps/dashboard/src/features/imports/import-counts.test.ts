import { describe, expect, it } from 'vitest';
import { countDecisions, rowsOf } from './import-counts.ts';
import type { ImportFinding } from './imports.queries.ts';

function finding(key: string, decision: ImportFinding['decision'], newInstanceCount: number): ImportFinding {
  return {
    key,
    title: key,
    severity: 'high',
    instanceCount: 5,
    newInstanceCount,
    decision,
    rule: '',
    findingId: null,
  };
}

const FINDINGS = [
  finding('a', 'UNCHANGED', 0),
  finding('b', 'NEW', 5),
  finding('c', 'MERGE', 2),
  finding('d', 'NEW', 5),
];

describe('the preview of an import', () => {
  it('counts findings and the instances that would be added, by decision', () => {
    expect(countDecisions(FINDINGS)).toEqual({
      NEW: { findings: 2, added: 10 },
      MERGE: { findings: 1, added: 2 },
      UNCHANGED: { findings: 1, added: 0 },
    });
  });

  it('lists what would be written first, in the order of the file otherwise', () => {
    expect(rowsOf(FINDINGS, null).map(({ key }) => key)).toEqual(['b', 'd', 'c', 'a']);
    expect(rowsOf(FINDINGS, 'MERGE').map(({ key }) => key)).toEqual(['c']);
  });
});
