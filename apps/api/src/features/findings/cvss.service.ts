import type { CvssScore, Severity } from '@sallyport/contracts/common';
import cvss from 'ae-cvss-calculator';

/** A vector as the server scored it, or a sentence that says what is wrong with it. */
export type CvssReading = { ok: true; score: CvssScore } | { ok: false; message: string };

interface Standard {
  version: CvssScore['version'];
  /** Metrics in the standard's order: short name, name for people, values. The first `baseCount` are mandatory. */
  metrics: readonly (readonly [key: string, name: string, values: string])[];
  baseCount: number;
  scoreOf: (vector: string) => number;
}

const IMPACT_31 = 'N L H';
const LEVEL = 'X L M H';

/** CVSS 3.1 specification, table 15. */
const CVSS31: Standard = {
  version: '3.1',
  baseCount: 8,
  scoreOf: (vector) => new cvss.Cvss3P1(vector).calculateScores().overall,
  metrics: [
    ['AV', 'Attack Vector', 'N A L P'],
    ['AC', 'Attack Complexity', 'L H'],
    ['PR', 'Privileges Required', IMPACT_31],
    ['UI', 'User Interaction', 'N R'],
    ['S', 'Scope', 'U C'],
    ['C', 'Confidentiality', IMPACT_31],
    ['I', 'Integrity', IMPACT_31],
    ['A', 'Availability', IMPACT_31],
    ['E', 'Exploit Code Maturity', 'X U P F H'],
    ['RL', 'Remediation Level', 'X O T W U'],
    ['RC', 'Report Confidence', 'X U R C'],
    ['CR', 'Confidentiality Requirement', LEVEL],
    ['IR', 'Integrity Requirement', LEVEL],
    ['AR', 'Availability Requirement', LEVEL],
    ['MAV', 'Modified Attack Vector', 'X N A L P'],
    ['MAC', 'Modified Attack Complexity', 'X L H'],
    ['MPR', 'Modified Privileges Required', `X ${IMPACT_31}`],
    ['MUI', 'Modified User Interaction', 'X N R'],
    ['MS', 'Modified Scope', 'X U C'],
    ['MC', 'Modified Confidentiality', `X ${IMPACT_31}`],
    ['MI', 'Modified Integrity', `X ${IMPACT_31}`],
    ['MA', 'Modified Availability', `X ${IMPACT_31}`],
  ],
};

const IMPACT_40 = 'H L N';

/** CVSS 4.0 specification, table 23. */
const CVSS40: Standard = {
  version: '4.0',
  baseCount: 11,
  scoreOf: (vector) => new cvss.Cvss4P0(vector).calculateScores().overall,
  metrics: [
    ['AV', 'Attack Vector', 'N A L P'],
    ['AC', 'Attack Complexity', 'L H'],
    ['AT', 'Attack Requirements', 'N P'],
    ['PR', 'Privileges Required', 'N L H'],
    ['UI', 'User Interaction', 'N P A'],
    ['VC', 'Vulnerable System Confidentiality', IMPACT_40],
    ['VI', 'Vulnerable System Integrity', IMPACT_40],
    ['VA', 'Vulnerable System Availability', IMPACT_40],
    ['SC', 'Subsequent System Confidentiality', IMPACT_40],
    ['SI', 'Subsequent System Integrity', IMPACT_40],
    ['SA', 'Subsequent System Availability', IMPACT_40],
    ['E', 'Exploit Maturity', 'X A P U'],
    ['CR', 'Confidentiality Requirement', LEVEL],
    ['IR', 'Integrity Requirement', LEVEL],
    ['AR', 'Availability Requirement', LEVEL],
    ['MAV', 'Modified Attack Vector', 'X N A L P'],
    ['MAC', 'Modified Attack Complexity', 'X L H'],
    ['MAT', 'Modified Attack Requirements', 'X N P'],
    ['MPR', 'Modified Privileges Required', 'X N L H'],
    ['MUI', 'Modified User Interaction', 'X N P A'],
    ['MVC', 'Modified Vulnerable System Confidentiality', `X ${IMPACT_40}`],
    ['MVI', 'Modified Vulnerable System Integrity', `X ${IMPACT_40}`],
    ['MVA', 'Modified Vulnerable System Availability', `X ${IMPACT_40}`],
    ['MSC', 'Modified Subsequent System Confidentiality', `X ${IMPACT_40}`],
    ['MSI', 'Modified Subsequent System Integrity', `X S ${IMPACT_40}`],
    ['MSA', 'Modified Subsequent System Availability', `X S ${IMPACT_40}`],
    ['S', 'Safety', 'X N P'],
    ['AU', 'Automatable', 'X N Y'],
    ['R', 'Recovery', 'X A U I'],
    ['V', 'Value Density', 'X D C'],
    ['RE', 'Vulnerability Response Effort', 'X L M H'],
    ['U', 'Provider Urgency', 'X Clear Green Amber Red'],
  ],
};

const STANDARDS = [CVSS31, CVSS40];

/**
 * Reads and scores a CVSS 3.1 or 4.0 vector. The answer's vector is canonical: metrics in the standard's order, without
 * those that are not defined. The score is the one that the whole vector stands for, 0.0 to 10.0.
 */
export function readCvss(text: string): CvssReading {
  const typed = text.trim();
  const prefix = /^CVSS:(\d+\.\d+)\//.exec(typed);
  const standard = STANDARDS.find(({ version }) => version === prefix?.[1]);
  if (!prefix || !standard) return refused(unknownStandard(prefix?.[1]));
  const given = new Map<string, string>();
  for (const part of typed.slice(prefix[0].length).split('/')) {
    const problem = readMetric(standard, part, given);
    if (problem !== null) return refused(problem);
  }
  const missing = standard.metrics.slice(0, standard.baseCount).filter(([key]) => !given.has(key));
  if (missing.length > 0) {
    const names = missing.map(([key, name]) => `${name} (${key})`).join(', ');
    return refused(`The vector does not say ${names}. Without its base metrics there is no score.`);
  }
  const vector = canonical(standard, given);
  const score = standard.scoreOf(vector);
  return {
    ok: true,
    score: { version: standard.version, vector, score, severity: severityOfScore(score) },
  };
}

/** The qualitative scale that both standards share (3.1 §5, 4.0 §6); "None" is our informational. */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}

function unknownStandard(version: string | undefined): string {
  if (version === undefined) return 'Begin the vector with CVSS:3.1/ or CVSS:4.0/.';
  return `CVSS ${version} is not scored here. Rate it with CVSS:3.1/ or CVSS:4.0/.`;
}

/** Notes one metric; a sentence when it is none of the standard's, has a value it cannot have, or is said twice. */
function readMetric({ metrics, version }: Standard, part: string, given: Map<string, string>): string | null {
  const [, key, value] = /^([A-Z]+):([A-Za-z]+)$/.exec(part) ?? [];
  if (key === undefined || value === undefined) {
    return part === ''
      ? 'There is a slash too many in the vector.'
      : `“${short(part)}” is no metric with a value, such as AV:N.`;
  }
  const metric = metrics.find(([known]) => known === key);
  if (!metric) return `CVSS ${version} has no metric ${short(key)}.`;
  const values = metric[2].split(' ');
  if (!values.includes(value)) {
    return `${metric[1]} (${key}) cannot be ${short(value)}; it is one of ${values.join(', ')}.`;
  }
  if (given.has(key)) return `${metric[1]} (${key}) is said twice.`;
  given.set(key, value);
  return null;
}

function canonical({ version, metrics }: Standard, given: ReadonlyMap<string, string>): string {
  const parts = metrics.flatMap(([key]) => {
    const value = given.get(key);
    return value === undefined || value === 'X' ? [] : [`${key}:${value}`];
  });
  return [`CVSS:${version}`, ...parts].join('/');
}

function short(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

function refused(message: string): CvssReading {
  return { ok: false, message };
}
