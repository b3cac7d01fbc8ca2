import { PORTAL_PERMISSION_REGISTRY, type PortalPermission } from '@sallyport/contracts/portal';
import { PERMISSION_REGISTRY, Reach, type StaffGrant } from '@sallyport/contracts/staff';

/** C3, G6: one sentence for what does not exist and for what is not shared. */
export const NOT_FOUND = 'Not found, or not shared with you.';

/** Grants as people read them: "Manage Projects (all projects), Manage Users". */
export function wordsForGrants(grants: readonly StaffGrant[]): string {
  return grants
    .map(({ permission, reach }) => {
      const { label } = PERMISSION_REGISTRY[permission];
      if (reach === null) return label;
      return `${label} (${reach === Reach.All ? 'all projects' : 'assigned projects'})`;
    })
    .join(', ');
}

/** Portal permissions as people read them. */
export function wordsForPortal(permissions: readonly PortalPermission[]): string {
  return permissions.map((permission) => PORTAL_PERMISSION_REGISTRY[permission].label).join(', ');
}

/** "A", "A or B", "A, B or C". */
export function either(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
