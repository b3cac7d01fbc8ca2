import type { Action } from '@sallyport/access';
import type { PortalPermission } from '@sallyport/contracts/portal';
import type { Permission } from '@sallyport/contracts/staff';
import type { TestDoors } from '../doors/testing/test-doors.ts';
import type { ObjectKind } from '../trpc/access-declaration.ts';
import type { Actor, Persona } from './personas.ts';

/** What a caller meets. `confirm`: allowed once identity is confirmed. */
export type Outcome = 'allowed' | 'confirm' | 'refused' | 'hidden' | 'unauthenticated';

export type UserState = 'self' | 'ordinary' | 'tester' | 'stronger' | 'admin' | 'customer' | 'nonexistent';
export type GroupState =
  | 'ordinary'
  | 'own'
  | 'built-in'
  | 'stronger'
  | 'assignable'
  | 'customer'
  | 'nonexistent';
export type ObjectState = 'none' | UserState | GroupState;

/** Who meets what: every persona exactly once. */
export type Cell = Partial<Record<Outcome, readonly Persona[]>>;

/** The declaration of a procedure, written a second time by hand: a change of either turns the suite red. */
export type DeclaredAccess =
  | { kind: 'public' }
  | {
      kind: 'staff' | 'portal';
      permission: Permission | PortalPermission | readonly (Permission | PortalPermission)[] | null;
      on: ObjectKind | null;
      action: Action;
      changesAccess: boolean;
    };

/** The object of a cell, made for it. */
export interface CellObject {
  id: string;
  version: number;
}

export interface CellContext {
  doors: TestDoors;
  actor: Actor;
  object: CellObject;
}

/** One row of the matrix: a procedure, or one kind of call of it, and what every persona meets on every object. */
export interface MatrixRow {
  door: 'staff' | 'portal';
  procedure: string;
  /** Tells rows of one procedure apart. */
  variant?: string;
  declared: DeclaredAccess;
  /** Makes the input of a call that is valid for whoever may make it. */
  input: (context: CellContext) => unknown;
  /** Status of the user that is acted upon; default ACTIVE. */
  targetStatus?: 'INVITED' | 'INACTIVE';
  cells: Partial<Record<ObjectState, Cell>>;
}
