import type { RefusalReason } from '@sallyport/contracts/common';
import type { ActionRow } from '../action-row.ts';
import type { Actor } from '../actor.ts';
import type { AccessRequest } from '../request.ts';
import type { Refusal } from '../verdict.ts';

export type GateKey = RefusalReason['gate'];

/** On screen only these are said, never the key. */
export type GateLabel =
  | 'Account'
  | 'Session'
  | 'Address'
  | 'Duties'
  | 'Door'
  | 'Grant'
  | 'Object'
  | 'Relation'
  | 'Re-auth'
  | 'Field';

/** One question of the decision (03, the table of gates). */
export interface Gate {
  readonly key: GateKey;
  readonly label: GateLabel;
  /** Refused here, the object is absent: the answer is the same as for what does not exist. */
  readonly hides: boolean;
  /** Null when the gate lets pass. `row` is the row of `request`. */
  readonly check: (actor: Actor, row: ActionRow, request: AccessRequest) => Refusal | null;
  /** What to say when it has let pass. */
  readonly passed: (row: ActionRow) => string;
}

/** A gate that knows the action alone, so that it can be asked before any input is read. */
export interface EntryGate extends Gate {
  readonly check: (actor: Actor, row: ActionRow) => Refusal | null;
}
