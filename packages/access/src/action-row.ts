import type { Audience } from '@sallyport/contracts/common';
import type { PortalPermission } from '@sallyport/contracts/portal';
import type { Permission } from '@sallyport/contracts/staff';
import type { Obligation } from './principal.ts';
import type { AccessRequest, Action } from './request.ts';
import type { Rule } from './rules/rule.ts';

/** On what an action acts. */
export type ObjectKind =
  | 'none'
  | 'user'
  | 'group'
  | 'project'
  | 'company'
  | 'customer'
  | 'shown'
  | 'self'
  | 'audit';

/** S8: whether identity must have been confirmed lately. */
export type Confirm = 'never' | 'always' | 'when-managing-people';

/** G5: one of these suffices, however far it reaches; empty when none is needed. A10: of the door's own audience. */
type Needs =
  | { readonly audience: typeof Audience.Staff; readonly anyOf: readonly Permission[] }
  | { readonly audience: typeof Audience.Customer; readonly anyOf: readonly PortalPermission[] };

/** One row of ACTIONS: what an action takes, as data. The API's procedure builder and the documents read it. */
export type ActionRow<A extends Action = Action> = Needs & {
  /** G5: only an Admin. */
  readonly isAdminOnly: boolean;
  readonly on: ObjectKind;
  readonly confirm: Confirm;
  /** G3: duties during which the action stays open, because it fulfils them or tells of them. */
  readonly openDuring: readonly Obligation[];
  /** G6: refused by these, the object does not exist for the actor. */
  readonly sight: readonly Rule<AccessRequest<A>>[];
  /** G7, in order. */
  readonly relation: readonly Rule<AccessRequest<A>>[];
  /** G9: states in which the action means something. */
  readonly field: readonly Rule<AccessRequest<A>>[];
};

/** The table type: every action has its row, and every row rules that its own request can answer. */
export type ActionTable = { readonly [A in Action]: ActionRow<A> };
