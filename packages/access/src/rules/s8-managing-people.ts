import { Audience } from '@sallyport/contracts/common';
import { PORTAL_PERMISSION_REGISTRY, PortalPermission } from '@sallyport/contracts/portal';
import { PERMISSION_REGISTRY, PERMISSIONS } from '@sallyport/contracts/staff';
import { portalPermissions, staffPermissions } from '../effective.ts';
import type { AccessRequest, GrantedSet } from '../request.ts';
import { portalSet } from '../sets/portal-set.ts';
import { staffSet } from '../sets/staff-set.ts';

const STAFF_MANAGING = PERMISSIONS.filter((permission) => PERMISSION_REGISTRY[permission].managesPeople);
const PORTAL_MANAGING = Object.values(PortalPermission).filter(
  (permission) => PORTAL_PERMISSION_REGISTRY[permission].managesPeople,
);

/** S8: whether a set carries a permission that manages people. */
export function managesPeople(granted: GrantedSet): boolean {
  return granted.audience === Audience.Staff
    ? STAFF_MANAGING.some((permission) => staffSet.has(granted.set, permission))
    : PORTAL_MANAGING.some((permission) => portalSet.has(granted.set, permission));
}

/**
 * S8: whether a request touches a group that carries a managing permission, before or after, or membership in one. For
 * requests that it does not know it says yes: asking once too often is the safe side.
 */
export function concernsManagers(request: AccessRequest, now: Date): boolean {
  switch (request.action) {
    case 'user.invite':
      return request.groups.some(managesPeople);
    case 'user.renewInvitation':
    case 'user.offboard':
      return request.target.audience === Audience.Staff
        ? managesPeople({ audience: Audience.Staff, set: staffPermissions(request.target, now).now })
        : managesPeople({ audience: Audience.Customer, set: portalPermissions(request.target, now).now });
    case 'group.create':
      return managesPeople(request);
    case 'group.update':
      return request.audience === Audience.Staff
        ? managesPeople({ audience: Audience.Staff, set: staffSet.union(request.before, request.after) })
        : managesPeople({ audience: Audience.Customer, set: portalSet.union(request.before, request.after) });
    default:
      return true;
  }
}
