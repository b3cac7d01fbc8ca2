import type { Action } from '@sallyport/access';
import type { PortalPermission } from '@sallyport/contracts/portal';
import type { Permission } from '@sallyport/contracts/staff';
import type { AnyProcedure } from '@trpc/server';
import type { RequestContext } from './context.ts';

/** The objects on which a procedure can be checked. Each has a finder in db/visibility. */
export type ObjectKind =
  | 'user'
  | 'group'
  | 'company'
  | 'customer'
  | 'project'
  | 'finding'
  | 'import'
  | 'report'
  | 'shown-project'
  | 'published-finding'
  | 'released-report';

/** A procedure that anyone may call before signing in; says why that is right. */
export interface PublicDeclaration {
  kind: 'public';
  why: string;
  /** When false the procedure answers like one that was never there, whatever is sent (S11). */
  exists?: ((request: RequestContext) => Promise<boolean>) | undefined;
}

/** A procedure for whoever is signed in at a door and passes the action's gates. */
export interface GuardedDeclaration<On extends ObjectKind | null = ObjectKind | null> {
  kind: 'staff' | 'portal' | 'tools';
  /** Any one of these suffices; null = every account of the door (the action's own rules still apply). */
  permission: Permission | PortalPermission | readonly (Permission | PortalPermission)[] | null;
  on: On;
  action: Action;
  /** It changes who may do what: all such changes happen one after another. */
  changesAccess: boolean;
}

export type AccessDeclaration = PublicDeclaration | GuardedDeclaration;

// A WeakMap, and not the procedure's meta: meta can be set by anyone with a builder, this only by procedure.ts.
const declarations = new WeakMap<AnyProcedure, AccessDeclaration>();

/** Remembers how a procedure was declared. Called by procedure.ts alone. */
export function recordDeclaration(procedure: AnyProcedure, declaration: AccessDeclaration): void {
  declarations.set(procedure, Object.freeze(declaration));
}

/** The declaration of a procedure, or null when it was made in any other way than by our builder. */
export function declarationOf(procedure: AnyProcedure): AccessDeclaration | null {
  return declarations.get(procedure) ?? null;
}
