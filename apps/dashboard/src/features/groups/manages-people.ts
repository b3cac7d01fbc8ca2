import { PORTAL_PERMISSION_REGISTRY } from '@sallyport/contracts/portal';
import { type GroupGrants, PERMISSION_REGISTRY } from '@sallyport/contracts/staff';

/** S8: a group that carries a managing permission is changed only after "Confirm it's you". */
export function managesPeople(grants: GroupGrants): boolean {
  return grants.audience === 'STAFF'
    ? grants.staff.some(({ permission }) => PERMISSION_REGISTRY[permission].managesPeople)
    : grants.customer.some((permission) => PORTAL_PERMISSION_REGISTRY[permission].managesPeople);
}
