import { collectFindings } from '../collect-findings.ts';
import type { ImportedItem, MergedFinding } from '../finding.ts';
import type { Clock, ImportFormat } from '../format.ts';
import { IMPORT_LIMITS, type ImportLimits } from '../limits.ts';
import { ImportProblem } from '../problem.ts';

/** A file: text, or bytes as they are. */
export type Source = string | Uint8Array;

export function bytesOf(source: Source): Uint8Array {
  return typeof source === 'string' ? new TextEncoder().encode(source) : source;
}

/** A file in pieces of the given sizes, over and over; whole without sizes. */
export async function* inPieces(source: Source, sizes: readonly number[] = []): AsyncGenerator<Uint8Array> {
  const bytes = bytesOf(source);
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? bytes.length;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

interface Circumstances {
  readonly limits?: Partial<ImportLimits>;
  readonly sizes?: readonly number[];
  readonly clock?: Clock;
}

export async function readItems(
  format: ImportFormat,
  source: Source,
  { limits, sizes, clock }: Circumstances = {},
): Promise<ImportedItem[]> {
  const items: ImportedItem[] = [];
  const batches = format.read(inPieces(source, sizes), { ...IMPORT_LIMITS, ...limits }, clock);
  for await (const batch of batches) items.push(...batch);
  return items;
}

export function readFindings(format: ImportFormat, source: Source): Promise<MergedFinding[]> {
  return collectFindings(format.read(inPieces(source), IMPORT_LIMITS));
}

/** The problem that reading ends with. */
export async function problemOf(
  format: ImportFormat,
  source: Source,
  circumstances: Circumstances = {},
): Promise<ImportProblem> {
  const items = await readItems(format, source, circumstances).catch((error: unknown) => error);
  if (items instanceof ImportProblem) return items;
  throw new Error(`Expected a problem, got ${String(items)}`);
}
