import { staffSet } from '@sallyport/access';
import { PORTAL_PERMISSION_REGISTRY, type PortalPermission } from '@sallyport/contracts/portal';
import {
  type GroupGrants,
  PERMISSION_REGISTRY,
  PERMISSIONS,
  type StaffGrant,
} from '@sallyport/contracts/staff';
import { strings } from '../strings/strings.ts';

const t = strings.users;

/** How far a grant goes, in words. */
export function reachWords(grant: StaffGrant): string {
  return grant.reach === null ? t.reach.everywhere : t.reach[grant.reach];
}

export function permissionLabel(permission: StaffGrant['permission']): string {
  return PERMISSION_REGISTRY[permission].label;
}

/** "Manage Projects, assigned": a grant as one phrase. */
export function grantWords(grant: StaffGrant): string {
  const label = permissionLabel(grant.permission);
  return grant.reach === 'ASSIGNED' ? `${label} (${t.reach.ASSIGNED.toLowerCase()})` : label;
}

/** Everything a group gives, in the order of the screens. */
export function grantLabels(grants: GroupGrants): string[] {
  if (grants.audience === 'STAFF')
    return grants.staff
      .toSorted((a, b) => PERMISSIONS.indexOf(a.permission) - PERMISSIONS.indexOf(b.permission))
      .map(grantWords);
  const order: readonly string[] = Object.keys(PORTAL_PERMISSION_REGISTRY);
  return grants.customer
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((permission: PortalPermission) => PORTAL_PERMISSION_REGISTRY[permission].label);
}

/** What one would have to hold besides, in order to give all of `wanted`: the server's own algebra (A1). */
export function missingGrants(wanted: readonly StaffGrant[], mayGive: readonly StaffGrant[]): StaffGrant[] {
  return staffSet.difference(staffSet.fromGrants(wanted), staffSet.fromGrants(mayGive));
}
