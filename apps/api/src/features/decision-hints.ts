import type { Decision } from '@sallyport/access';

/** Open, or open once identity is confirmed (G8 is asked when all else allows). */
export function isOpen(decision: Decision): boolean {
  return decision.allowed || decision.reason.gate === 'G8';
}

/** The sentence of a refusal by relation (G7): what no state of the object would change. */
export function limitOf(decision: Decision): string | null {
  return !decision.allowed && decision.reason.gate === 'G7' ? decision.reason.message : null;
}
