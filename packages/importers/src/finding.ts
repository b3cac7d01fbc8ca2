import type { Severity } from '@sallyport/contracts/common';

/** A CVSS vector as the scanner wrote it; kept and shown, never converted. */
export interface ScannerVector {
  readonly version: '2.0' | '3.0' | '3.1' | '4.0';
  readonly vector: string;
  readonly score: number | null;
}

/** What a scanner says about one weakness, whichever hosts have it. */
export interface ImportedFinding {
  /** Stable across imports of the same tool, for example `nessus:19506`. */
  readonly key: string;
  readonly title: string;
  /** The tool's own; never derived from a vector. */
  readonly severity: Severity;
  /** Markdown in which the tool's text shows literally. */
  readonly description: string;
  /** Markdown in which the tool's text shows literally. */
  readonly recommendation: string;
  /** Addresses that begin with http:// or https://. */
  readonly references: readonly string[];
  readonly cwe: readonly number[];
  readonly cve: readonly string[];
  readonly vectors: readonly ScannerVector[];
}

/** One place where a finding was seen. */
export interface ImportedInstance {
  /** Stable inside its finding: host, protocol and port. */
  readonly key: string;
  readonly host: string;
  readonly address: string | null;
  /** Null where the scanner means the host as a whole. */
  readonly port: number | null;
  readonly protocol: string | null;
  readonly service: string | null;
  /** What the scanner printed; plain text, not Markdown. */
  readonly output: string;
}

export interface ImportedItem {
  readonly finding: ImportedFinding;
  readonly instance: ImportedInstance;
  /** Where the item begins in the file; the first line is 1. */
  readonly line: number;
}

export interface MergedFinding {
  finding: ImportedFinding;
  instances: ImportedInstance[];
}
