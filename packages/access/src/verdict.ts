import type { RefusalReason } from '@sallyport/contracts/common';
import type { PortalPermission } from '@sallyport/contracts/portal';
import type { Permission, Reach, StaffGrant } from '@sallyport/contracts/staff';
import type { ProjectStanding } from './project-facts.ts';

/** What a rule says when it refuses: which rule, and a plain sentence for people saying what to do. */
export interface Refusal {
  rule: string | null;
  message: string;
  /** What would have to be held, when that is the reason. */
  missing?: readonly StaffGrant[];
}

/** Answer of one rule asked by itself ({@link mayGrant}, {@link dominates}). */
export type Verdict = { allowed: true } | ({ allowed: false } & Refusal);

const ALLOWED: Verdict = Object.freeze({ allowed: true });

export function verdictOf(refusal: Refusal | null): Verdict {
  return refusal === null ? ALLOWED : { allowed: false, ...refusal };
}

/** By which of several possible ways an action was open. */
export type AccessPath =
  | { by: 'everyone' }
  | { by: 'permission'; permission: Permission | PortalPermission; reach: Reach | null }
  | { by: 'project-role'; role: ProjectStanding }
  /** `mustTellOwners`: G6, an Admin entered a restricted project with a reason. */
  | { by: 'admin'; mustTellOwners: boolean };

/** A reason as the wire knows it, with the grants that were missing. */
export type Reason = RefusalReason & { missing?: readonly StaffGrant[] };

/** Allowed, and by which way. */
export interface Allowed {
  allowed: true;
  path: AccessPath;
}

/** Refused. `hidden`: the door answers 404 with the same bytes as for what does not exist (G6, C3). */
export interface Refused {
  allowed: false;
  reason: Reason;
  hidden?: true;
}

export type Decision = Allowed | Refused;

/** Answer of the entry gates alone: let in, so far, or refused. */
export type Admission = { allowed: true } | Refused;
