import type { ScannerVector } from '../finding.ts';
import { detached } from '../text/clean-text.ts';

/** A vector and its base score as a Nessus file gives them; either may be empty. */
export interface RawVector {
  readonly generation: 2 | 3 | 4;
  readonly vector: string;
  readonly score: string;
}

const METRICS = /^[A-Z][A-Za-z]{0,2}:[A-Za-z]{1,6}(?:\/[A-Z][A-Za-z]{0,2}:[A-Za-z]{1,6}){2,40}$/;
const PREFIX = /^CVSS:(3\.0|3\.1|4\.0)\//;

/** The vectors that are written as the standard says. A score without its vector names nothing to show. */
export function scannerVectors(raw: readonly RawVector[]): ScannerVector[] {
  return raw.flatMap(({ generation, vector, score }) => {
    const written = vector
      .trim()
      .replace(/^CVSS2#/, '')
      .replace(/^\((.*)\)$/, '$1');
    const version = versionOf(generation, written);
    if (version === null || !METRICS.test(written.replace(PREFIX, ''))) return [];
    return [{ version, vector: detached(written), score: scoreOf(score) }];
  });
}

function versionOf(generation: RawVector['generation'], vector: string): ScannerVector['version'] | null {
  const prefix = PREFIX.exec(vector)?.[1];
  if (generation === 2) return prefix === undefined ? '2.0' : null;
  if (generation === 4) return prefix === '4.0' ? prefix : null;
  return prefix === '3.0' || prefix === '3.1' ? prefix : null;
}

function scoreOf(text: string): number | null {
  const score = /^\d{1,2}(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  return score <= 10 ? score : null;
}
