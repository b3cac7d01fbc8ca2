import { decide } from './decide.ts';
import type { Principal } from './principal.ts';
import type { AccessRequest } from './request.ts';
import { LAST_ADMIN } from './rules/a5-last-admin.ts';
import type { AccessPath, Reason } from './verdict.ts';

/** A11: the most items that one bulk action may hold. */
export const BULK_LIMIT = 200;

/** What only the bulk as a whole can know. */
export interface BulkFacts {
  /** A5: some usable Admin remains after all of it; each item alone might leave one and all together none. */
  leavesUsableAdmin: boolean;
}

/** The decision over many: all allowed, or the first refusal and where it stands (null = the bulk as a whole). */
export type BulkDecision =
  | { allowed: true; paths: readonly AccessPath[] }
  | { allowed: false; at: number | null; reason: Reason; hidden?: true };

/** A11: every item is checked; one refusal refuses all; at most 200. */
export function decideAll(
  principal: Principal,
  requests: readonly AccessRequest[],
  { leavesUsableAdmin }: BulkFacts,
): BulkDecision {
  if (requests.length > BULK_LIMIT) {
    const message = `At most ${BULK_LIMIT} can be changed at once. Choose fewer.`;
    return { allowed: false, at: null, reason: { gate: 'G7', rule: 'A11', message } };
  }
  const paths: AccessPath[] = [];
  for (const [at, request] of requests.entries()) {
    const decision = decide(principal, request);
    if (!decision.allowed) return { ...decision, at };
    paths.push(decision.path);
  }
  return leavesUsableAdmin
    ? { allowed: true, paths }
    : { allowed: false, at: null, reason: { gate: 'G7', ...LAST_ADMIN } };
}
