import { describe, expect, it } from 'vitest';
import { changedFields, type FindingValues, inputOf, mergeFindings, withFields } from './finding-draft.ts';

const BASE: FindingValues = {
  title: 'SMB signing not required',
  severitySource: 'MANUAL',
  severity: 'medium',
  cvss31Vector: '',
  cvss40Vector: '',
  cwe: [{ id: 347, name: 'Improper Verification of Cryptographic Signature' }],
  cve: [],
  links: [],
  description: 'The server does not ask for signatures.',
  impact: '',
  steps: '',
  recommendation: '',
};

describe('what somebody changed in a finding', () => {
  it('is named field by field', () => {
    expect(changedFields(BASE, { ...BASE })).toEqual([]);
    expect(changedFields(BASE, { ...BASE, cwe: [...BASE.cwe] })).toEqual([]);
    expect(changedFields(BASE, { ...BASE, cve: ['CVE-2026-10001'], impact: 'x' })).toEqual(['cve', 'impact']);
  });

  it('is sent with the numbers of its weaknesses and the version it was made on', () => {
    expect(inputOf(BASE, 7)).toMatchObject({ cwe: [347], version: 7, title: BASE.title });
  });
});

describe('two changes of one finding', () => {
  it('are both kept where they touch different fields', () => {
    const merge = mergeFindings(BASE, { ...BASE, impact: 'mine' }, { ...BASE, steps: 'theirs' });
    expect(merge.conflicts).toEqual([]);
    expect(merge.values).toEqual({ ...BASE, impact: 'mine', steps: 'theirs' });
  });

  it('are put to the person where both changed one field', () => {
    const mine = { ...BASE, title: 'mine', impact: 'mine' };
    const theirs = { ...BASE, title: 'theirs' };
    const merge = mergeFindings(BASE, mine, theirs);
    expect(merge.conflicts).toEqual(['title']);
    expect(merge.values).toEqual(mine);
    expect(withFields(merge.values, theirs, merge.conflicts).title).toBe('theirs');
  });

  it('are no conflict where both wrote the same', () => {
    const both = { ...BASE, title: 'same' };
    expect(mergeFindings(BASE, both, both)).toEqual({ conflicts: [], values: both });
  });

  it('never mix two ratings', () => {
    const mine: FindingValues = { ...BASE, severity: 'high' };
    const theirs: FindingValues = { ...BASE, severitySource: 'CVSS31', cvss31Vector: 'CVSS:3.1/AV:N' };
    const { conflicts } = mergeFindings(BASE, mine, theirs);
    expect(conflicts).toEqual(['severitySource', 'severity', 'cvss31Vector']);
  });
});
