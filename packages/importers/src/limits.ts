/** Where reading stops (R5). Texts are shortened with a mark; everything else is refused. */
export interface ImportLimits {
  readonly maxBytes: number;
  readonly maxItems: number;
  readonly maxDepth: number;
  /** Characters kept of one text. */
  readonly maxTextChars: number;
  readonly maxMs: number;
}

export const IMPORT_LIMITS: ImportLimits = {
  maxBytes: 200 * 1024 * 1024,
  maxItems: 100_000,
  maxDepth: 32,
  maxTextChars: 64 * 1024,
  maxMs: 10 * 60 * 1000,
};

/** Characters of one element or row, read or skipped: what a parser must hold at once. */
export function maxPieceChars(limits: ImportLimits): number {
  return limits.maxTextChars * 256;
}
