import { Cwe, Severity, SeveritySource } from '@sallyport/contracts/common';
import { z } from 'zod';
import type { Finding } from './findings.queries.ts';

/** What one may change on the page of a finding. */
export const FindingValues = z.object({
  title: z.string(),
  severitySource: SeveritySource,
  severity: Severity,
  cvss31Vector: z.string(),
  cvss40Vector: z.string(),
  cwe: z.array(Cwe),
  cve: z.array(z.string()),
  links: z.array(z.string()),
  description: z.string(),
  impact: z.string(),
  steps: z.string(),
  recommendation: z.string(),
});
export type FindingValues = z.infer<typeof FindingValues>;
export type FieldName = keyof FindingValues;

const NAMES: readonly FieldName[] = Object.values(FindingValues.keyof().enum);

/** The long texts, in the order in which they are read. */
export const TEXTS = ['description', 'impact', 'steps', 'recommendation'] as const satisfies FieldName[];
export type TextName = (typeof TEXTS)[number];

/** What is saved, as the page changes it. */
export function valuesOf(finding: Finding): FindingValues {
  return {
    ...FindingValues.parse({ ...finding, cvss31Vector: '', cvss40Vector: '' }),
    cvss31Vector: finding.cvss31?.vector ?? '',
    cvss40Vector: finding.cvss40?.vector ?? '',
  };
}

/** What is sent to be saved. */
export function inputOf(values: FindingValues, version: number) {
  return { ...values, cwe: values.cwe.map(({ id }) => id), version };
}

function isSame(one: FindingValues, other: FindingValues, name: FieldName): boolean {
  const [a, b] = [one[name], other[name]];
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

/** The fields in which two states differ. */
export function changedFields(one: FindingValues, other: FindingValues): FieldName[] {
  return one === other ? [] : NAMES.filter((name) => !isSame(one, other, name));
}

/** How what I changed and what somebody else saved meanwhile go together. */
export interface Merge {
  /** Changed by both, and differently: somebody has to choose. */
  conflicts: FieldName[];
  /** With theirs where I changed nothing, and mine elsewhere. */
  values: FindingValues;
}

/** Puts two changes of one state together. The rating is one thing: a vector of one with the severity of the other is nobody's. */
export function mergeFindings(base: FindingValues, mine: FindingValues, theirs: FindingValues): Merge {
  const myNames = new Set(changedFields(base, mine));
  const theirNames = new Set(changedFields(base, theirs));
  const isRatingTorn =
    RATING.some((name) => myNames.has(name)) && RATING.some((name) => theirNames.has(name));
  const conflicts = changedFields(mine, theirs).filter(
    (name) => (myNames.has(name) && theirNames.has(name)) || (isRatingTorn && RATING.includes(name)),
  );
  const taken = NAMES.filter((name) => !myNames.has(name) && !conflicts.includes(name));
  return { conflicts, values: withFields(mine, theirs, taken) };
}

const RATING: readonly FieldName[] = ['severitySource', 'severity', 'cvss31Vector', 'cvss40Vector'];

/** One state with some fields of another. */
export function withFields(
  values: FindingValues,
  from: FindingValues,
  names: readonly FieldName[],
): FindingValues {
  return { ...values, ...Object.fromEntries(names.map((name) => [name, from[name]])) };
}
