export type { ActionRow, Confirm, ObjectKind } from './action-row.ts';
export { ACTIONS } from './actions.ts';
export type { CompanyFacts } from './company-facts.ts';
export { decide, decideEntry } from './decide.ts';
export { BULK_LIMIT, type BulkDecision, type BulkFacts, decideAll } from './decide-all.ts';
export { type EffectivePermissions, effectivePermissions } from './effective.ts';
export { type ExplainedGate, type Explanation, explain } from './explain.ts';
export type { GateKey, GateLabel } from './gates/gate.ts';
export { type GrantPath, grantPaths, heldGrants } from './grant-paths.ts';
export type {
  Account,
  CustomerAccount,
  Membership,
  Obligation,
  Principal,
  SessionFacts,
  StaffAccount,
} from './principal.ts';
export { type ProjectFacts, ProjectRole, type ProjectStanding } from './project-facts.ts';
export type {
  AccessRequest,
  Action,
  GrantedSet,
  GroupChange,
  InvitedGroup,
} from './request.ts';
export { mayChangeMembers, mayGrant, mayGrantPortal } from './rules/a1-granting.ts';
export { dominates } from './rules/a2-dominance.ts';
export { LAST_ADMIN } from './rules/a5-last-admin.ts';
export { canOwn } from './rules/a15-project-roles.ts';
export type { Rule } from './rules/rule.ts';
export { managesPeople } from './rules/s8-managing-people.ts';
export type { SetAlgebra } from './sets/algebra.ts';
export { type PortalPermissionSet, type PortalSetAlgebra, portalSet } from './sets/portal-set.ts';
export { type PermissionSet, type StaffSetAlgebra, staffSet } from './sets/staff-set.ts';
export type { ShownFacts } from './shown-facts.ts';
export type { AccessPath, Admission, Allowed, Decision, Reason, Refused, Verdict } from './verdict.ts';
