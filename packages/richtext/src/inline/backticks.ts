/** Finds, for a run of backticks, the next run of the same length; asked from left to right, in linear time over all. */
export class Backticks {
  readonly #starts = new Map<number, number[]>();
  readonly #seen = new Map<number, number>();

  constructor(text: string) {
    for (const match of text.matchAll(/`+/g)) {
      const length = match[0].length;
      const starts = this.#starts.get(length);
      if (starts) starts.push(match.index);
      else this.#starts.set(length, [match.index]);
    }
  }

  /** Where the next run of exactly `length` backticks begins, at or after `from`; null if none follows. */
  next(length: number, from: number): number | null {
    const starts = this.#starts.get(length) ?? [];
    let seen = this.#seen.get(length) ?? 0;
    while (seen < starts.length && (starts[seen] ?? 0) < from) seen += 1;
    this.#seen.set(length, seen);
    return starts[seen] ?? null;
  }
}
