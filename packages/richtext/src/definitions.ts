import { labelKey } from './inline/link-syntax.ts';

// References may not blow a small text up into a large one.
const MAX_RESOLVED_LETTERS = 100_000;

/** The `[label]: address` lines of a text. */
export class Definitions {
  readonly #addresses = new Map<string, string>();
  #resolvedLetters = 0;

  /** The first definition of a label counts. */
  define(label: string, address: string): void {
    const key = labelKey(label);
    if (!this.#addresses.has(key)) this.#addresses.set(key, address);
  }

  /** The address behind a label, or null. */
  resolve(label: string): string | null {
    if (this.#addresses.size === 0 || label.length > 999) return null;
    const address = this.#addresses.get(labelKey(label));
    if (address === undefined) return null;
    this.#resolvedLetters += address.length;
    return this.#resolvedLetters > MAX_RESOLVED_LETTERS ? null : address;
  }
}
