import type { Actor } from '../actor.ts';
import type { Refusal } from '../verdict.ts';

/**
 * One rule of 03-access-rules.md over the facts it needs. Rows of ACTIONS list rules; that a request carries what its
 * rules read is checked by the compiler.
 */
export interface Rule<Facts> {
  /** Number in 03, or the heading there for "Who may read". */
  readonly id: string;
  /** The rule in one line, as the documentation prints it. */
  readonly says: string;
  readonly check: (actor: Actor, facts: Facts) => Refusal | null;
}

/** The first refusal of rules asked in order; null when all allow. */
export function firstRefusal<Facts>(
  rules: readonly Rule<Facts>[],
  actor: Actor,
  facts: Facts,
): Refusal | null {
  for (const rule of rules) {
    const refusal = rule.check(actor, facts);
    if (refusal !== null) return refusal;
  }
  return null;
}
