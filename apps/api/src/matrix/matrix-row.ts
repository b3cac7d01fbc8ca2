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
/** What the actor is on the project of the object, or what the project is; `foreign`: nothing to the actor. */
export type ProjectState =
  | 'led'
  | 'tested'
  | 'reviewed'
  | 'observed'
  | 'foreign'
  | 'restricted'
  | 'completed'
  | 'published'
  | 'nonexistent';
/** Of the actor's own company or of another; shown to customers, or not yet, or in a restricted project. */
export type ShownState = 'own-shown' | 'own-hidden' | 'foreign-shown' | 'restricted' | 'nonexistent';
export type CompanyState = 'ordinary' | 'led' | 'nonexistent';
export type ObjectState = 'none' | UserState | GroupState | CompanyState | ProjectState | ShownState;

/** Who meets what: every persona exactly once. */
export type Cell = Partial<Record<Outcome, readonly Persona[]>>;

/** The declaration of a procedure, written a second time by hand: a change of either turns the suite red. */
export type DeclaredAccess =
  | { kind: 'public' }
  | {
      kind: 'staff' | 'portal' | 'tools';
      permission: Permission | PortalPermission | readonly (Permission | PortalPermission)[] | null;
      on: ObjectKind | null;
      action: Action;
      changesAccess: boolean;
    };

/** The object of a cell, made for it. */
export interface CellObject {
  id: string;
  version: number;
  /** What else the row's input needs to know of it, such as the id of a part. */
  [more: string]: string | number;
}

export interface CellContext {
  doors: TestDoors;
  actor: Actor;
  object: CellObject;
}

interface RowBase {
  /** Tells rows of one procedure apart. */
  variant?: string;
  declared: DeclaredAccess;
  /** Status of the user that is acted upon; default ACTIVE. */
  targetStatus?: 'INVITED' | 'INACTIVE';
  /** Makes the object of a cell; default: by its kind, in matrix/objects.ts. Never asked for `nonexistent`. */
  object?: (doors: TestDoors, state: ObjectState, actor: Actor) => Promise<CellObject>;
  cells: Partial<Record<ObjectState, Cell>>;
}

interface ProcedureRow extends RowBase {
  door: 'staff' | 'portal' | 'tools';
  procedure: string;
  /** Makes the input of a call that is valid for whoever may make it. */
  input: (context: CellContext) => unknown;
  /** The secret of a pending sign-in that the browser brings, made with the input. */
  pending?: (context: CellContext) => string | null;
  /** Of a stream: makes something happen that whoever may listen hears. */
  stir?: (context: CellContext) => Promise<void>;
}

interface RouteRow extends RowBase {
  door: 'staff' | 'portal' | 'tools';
  /** As `POST /upload/evidence/:findingId`. */
  route: string;
  /** Values of the URL's `:names`; default: the object's id for each. */
  params?: (
    context: CellContext,
  ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
  /** The bytes that are sent; uploads need them. */
  body?: (context: CellContext) => Promise<Buffer> | Buffer;
}

/** One row of the matrix: a procedure or a route, or one kind of call of it, and what every persona meets on every object. */
export type MatrixRow = ProcedureRow | RouteRow;

/** What a row is about: the path of a procedure, or method and URL of a route. */
export function subjectOf(row: MatrixRow): string {
  return 'procedure' in row ? row.procedure : row.route;
}
