import { PERMISSION_REGISTRY, PERMISSIONS, type StaffGrant } from '@sallyport/contracts/staff';
import type { Outputs } from '../lib/trpc.ts';

/** What somebody may give to others (A1): everything for an Admin, otherwise what they hold without an end date. */
export function stableGrants(profile: Outputs['profile']['getProfile']): StaffGrant[] {
  if (profile.isAdmin)
    return PERMISSIONS.map((permission) => ({
      permission,
      reach: PERMISSION_REGISTRY[permission].hasReach ? 'ALL' : null,
    }));
  return profile.holds.flatMap(({ paths }) =>
    paths.filter((path) => path.endsAt === null).map((path) => path.grant),
  );
}
