import { type GrantedSet, portalSet, staffSet } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import type { GroupGrants } from '@sallyport/contracts/staff';

/** What a group gives, as the access rules compare it. */
export function grantedSet(grants: GroupGrants): GrantedSet {
  return grants.audience === Audience.Staff
    ? { audience: Audience.Staff, set: staffSet.fromGrants(grants.staff) }
    : { audience: Audience.Customer, set: portalSet.fromGrants(grants.customer) };
}

/** The same grants without repetitions, a permission named twice at its furthest reach, in the order of the screens. */
export function canonical(grants: GroupGrants): GroupGrants {
  return grants.audience === Audience.Staff
    ? { audience: Audience.Staff, staff: staffSet.toGrants(staffSet.fromGrants(grants.staff)) }
    : { audience: Audience.Customer, customer: portalSet.toGrants(portalSet.fromGrants(grants.customer)) };
}

/** Grants as the audit keeps them: `manage-projects:ALL`, `comment`. */
export function grantKeys(grants: GroupGrants): string[] {
  if (grants.audience === Audience.Customer) return [...grants.customer];
  return grants.staff.map(({ permission, reach }) =>
    reach === null ? permission : `${permission}:${reach}`,
  );
}

/** A set before and a set after of one audience. @throws TypeError when the audiences differ */
export function beforeAndAfter(before: GroupGrants, after: GroupGrants) {
  const from = grantedSet(before);
  const to = grantedSet(after);
  if (from.audience === Audience.Staff && to.audience === Audience.Staff) {
    return { audience: from.audience, before: from.set, after: to.set };
  }
  if (from.audience === Audience.Customer && to.audience === Audience.Customer) {
    return { audience: from.audience, before: from.set, after: to.set };
  }
  throw new TypeError('a group never changes its audience');
}
