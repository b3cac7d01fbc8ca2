import type { ImportedItem } from './finding.ts';
import type { ImportLimits } from './limits.ts';

export type ImportFormatKey = 'nessus-xml' | 'nessus-csv';

/** Milliseconds from any beginning; only differences count. */
export type Clock = () => number;

export interface ImportFormat {
  readonly key: ImportFormatKey;
  /** As people know it, for example `Nessus (.nessus)`. */
  readonly name: string;
  readonly extensions: readonly string[];
  /** Whether a file that begins with these bytes (a few kilobytes) is of this format. */
  recognises(head: Uint8Array): boolean;
  /**
   * Reads a whole file in small batches, so that memory stays flat.
   * Throws ImportProblem for whatever is wrong with the file.
   */
  read(bytes: AsyncIterable<Uint8Array>, limits: ImportLimits, clock?: Clock): AsyncIterable<ImportedItem[]>;
}
