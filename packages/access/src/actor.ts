import { type EffectivePermissions, portalPermissions, staffPermissions } from './effective.ts';
import type { Principal } from './principal.ts';
import type { PortalPermissionSet } from './sets/portal-set.ts';
import type { PermissionSet } from './sets/staff-set.ts';

/** A principal with what it holds, added up once per decision. Never kept: memberships end and change. */
export interface Actor extends Principal {
  readonly staff: EffectivePermissions<PermissionSet>;
  readonly portal: EffectivePermissions<PortalPermissionSet>;
}

export function actorOf({ account, session, now }: Principal): Actor {
  return {
    account,
    session,
    now,
    staff: staffPermissions(account, now),
    portal: portalPermissions(account, now),
  };
}
