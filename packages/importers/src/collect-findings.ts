import type {
  ImportedFinding,
  ImportedInstance,
  ImportedItem,
  MergedFinding,
  ScannerVector,
} from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { compareSeverity } from './severity.ts';
import { shorten } from './text/clean-text.ts';

/** Everything seen of one key so far. Sets, because a table may have a row for each of 2,000 CVE. */
interface Seen {
  readonly first: ImportedFinding;
  latest: ImportedFinding;
  severity: ImportedFinding['severity'];
  readonly references: Set<string>;
  readonly cwe: Set<number>;
  readonly cve: Set<string>;
  readonly vectors: Map<string, ScannerVector>;
  readonly places: Map<string, Place>;
}

interface Place {
  readonly instance: ImportedInstance;
  readonly outputs: Set<string>;
}

/**
 * One finding per key and one instance per place, most severe first, then by title and key.
 * The first text and the highest severity stay; references, CVE, CWE, vectors and outputs are united.
 */
export async function collectFindings(batches: AsyncIterable<ImportedItem[]>): Promise<MergedFinding[]> {
  const byKey = new Map<string, Seen>();
  for await (const batch of batches) {
    for (const { finding, instance } of batch) {
      const seen = byKey.get(finding.key) ?? begin(finding);
      byKey.set(finding.key, seen);
      // Readers share one object among the items of a plugin where they can.
      if (finding !== seen.latest) addFinding(seen, finding);
      addPlace(seen, instance);
    }
  }
  return [...byKey.values()]
    .map(merged)
    .toSorted((left, right) => compareFindings(left.finding, right.finding));
}

function begin(first: ImportedFinding): Seen {
  const seen: Seen = {
    first,
    latest: first,
    severity: first.severity,
    references: new Set(),
    cwe: new Set(),
    cve: new Set(),
    vectors: new Map(),
    places: new Map(),
  };
  addFinding(seen, first);
  return seen;
}

function addFinding(seen: Seen, finding: ImportedFinding): void {
  seen.latest = finding;
  if (compareSeverity(finding.severity, seen.severity) < 0) seen.severity = finding.severity;
  for (const reference of finding.references) seen.references.add(reference);
  for (const number of finding.cwe) seen.cwe.add(number);
  for (const name of finding.cve) seen.cve.add(name);
  for (const vector of finding.vectors) {
    const key = `${vector.version} ${vector.vector}`;
    if (!seen.vectors.has(key)) seen.vectors.set(key, vector);
  }
}

function addPlace({ places }: Seen, instance: ImportedInstance): void {
  const place = places.get(instance.key);
  if (place === undefined) places.set(instance.key, { instance, outputs: new Set([instance.output]) });
  else place.outputs.add(instance.output);
}

function merged({ first, severity, references, cwe, cve, vectors, places }: Seen): MergedFinding {
  return {
    finding: {
      ...first,
      severity,
      references: [...references],
      cwe: [...cwe],
      cve: [...cve],
      vectors: [...vectors.values()],
    },
    instances: [...places.values()].map(joined),
  };
}

function joined({ instance, outputs }: Place): ImportedInstance {
  if (outputs.size === 1) return instance;
  const output = [...outputs].filter((text) => text !== '').join('\n\n');
  return { ...instance, output: shorten(output, IMPORT_LIMITS.maxTextChars) };
}

/** By code units, so that the order is the same on every machine. */
function compareFindings(left: ImportedFinding, right: ImportedFinding): number {
  return (
    compareSeverity(left.severity, right.severity) ||
    compareText(left.title, right.title) ||
    compareText(left.key, right.key)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
