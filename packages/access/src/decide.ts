import type { ActionRow } from './action-row.ts';
import { ACTIONS } from './actions.ts';
import { Actor } from './actor.ts';
import { allowedBy } from './allowed-by.ts';
import type { Gate } from './gates/gate.ts';
import { ENTRY_GATES, GATES } from './gates/gates.ts';
import type { Principal } from './principal.ts';
import type { AccessRequest, Action } from './request.ts';
import type { Admission, Decision, Refusal, Refused } from './verdict.ts';
import { NOT_FOUND } from './words.ts';

/** The first gate that refuses, and what it says. */
interface Stop {
  gate: Gate;
  refusal: Refusal;
}

/**
 * May this be done to that, by whom, now? The gates in order; the first refusal wins. Pure: time is `principal.now`, and
 * the same question always has the same answer, for the API, interface hints, jobs, reports and exports.
 */
export function decide(principal: Principal, request: AccessRequest): Decision {
  const actor = new Actor(principal);
  const row = rowOf(request);
  const stop = firstStop(actor, row, request);
  return stop === null ? allowedBy(actor, row, request) : refusedAt(stop);
}

/**
 * The first half of decide(), G0 to G5, which needs the action alone: a door asks it before it parses any input. To be
 * let in here decides nothing yet about an object.
 */
export function decideEntry(principal: Principal, action: Action): Admission {
  const actor = new Actor(principal);
  const row = rowOf({ action });
  for (const gate of ENTRY_GATES) {
    const refusal = gate.check(actor, row);
    if (refusal !== null) return refusedAt({ gate, refusal });
  }
  return ENTERED;
}

const ENTERED: Admission = Object.freeze({ allowed: true });

/** The evaluation that decide() and explain() share; null when every gate lets pass. */
export function firstStop(actor: Actor, row: ActionRow, request: AccessRequest): Stop | null {
  for (const gate of GATES) {
    const refusal = gate.check(actor, row, request);
    if (refusal !== null) return { gate, refusal };
  }
  return null;
}

/** The row of a request's action; the compiler pairs the two through the generic index. */
export function rowOf<A extends Action>({ action }: { action: A }): ActionRow<A> {
  return ACTIONS[action];
}

/** What is hidden says nothing but that it is not there: not even which rule hides it. */
function refusedAt({ gate, refusal }: Stop): Refused {
  if (gate.hides) {
    return { allowed: false, reason: { gate: gate.key, rule: null, message: NOT_FOUND }, hidden: true };
  }
  return { allowed: false, reason: { gate: gate.key, ...refusal } };
}
