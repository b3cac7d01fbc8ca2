import { account, address, door, duties, session } from './entry-gates.ts';
import { grant } from './g5-grant.ts';
import { confirmation } from './g8-confirmation.ts';
import type { EntryGate, Gate } from './gate.ts';
import { field, object, relation } from './rule-gates.ts';

/** G0 to G5: what is asked before any input is parsed. */
export const ENTRY_GATES: readonly EntryGate[] = [account, session, address, duties, door, grant];

/** All gates in the order in which they are asked: G8 after G9, the one exception to the order. */
export const GATES: readonly Gate[] = [...ENTRY_GATES, object, relation, field, confirmation];
