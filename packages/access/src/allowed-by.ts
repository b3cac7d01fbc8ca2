import { Audience } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import { PERMISSION_REGISTRY, PERMISSIONS, type Permission, Reach } from '@sallyport/contracts/staff';
import type { ActionRow } from './action-row.ts';
import type { Actor } from './actor.ts';
import type { ProjectStanding } from './project-facts.ts';
import type { AccessRequest } from './request.ts';
import { PROJECT_WAYS, standingOn } from './rules/a15-project-roles.ts';
import { isAdmin } from './rules/is-admin.ts';
import { portalSet } from './sets/portal-set.ts';
import { staffSet } from './sets/staff-set.ts';
import type { AccessPath, Allowed } from './verdict.ts';

/* Every allowing answer is made once, so that allowing allocates nothing. */
const EVERYONE = allowed({ by: 'everyone' });
const ADMIN = allowed({ by: 'admin', mustTellOwners: false });
const ADMIN_WITH_REASON = allowed({ by: 'admin', mustTellOwners: true });
const ROLE: Readonly<Record<ProjectStanding, Allowed>> = {
  owner: allowed({ by: 'project-role', role: 'owner' }),
  tester: allowed({ by: 'project-role', role: 'tester' }),
  reviewer: allowed({ by: 'project-role', role: 'reviewer' }),
  observer: allowed({ by: 'project-role', role: 'observer' }),
};
const WITHOUT_REACH = answersFor([...PERMISSIONS, ...Object.values(PortalPermission)], null);
const WITH_ALL = answersFor(PERMISSIONS, Reach.All);
const WITH_ASSIGNED = answersFor(PERMISSIONS, Reach.Assigned);

/** By which way an allowed action was open, closest first: a role on the project, a permission, the Admin flag. */
export function allowedBy(actor: Actor, row: ActionRow, request: AccessRequest): Allowed {
  if ('project' in request) return byProject(actor, request);
  if (isAdmin(actor.account)) return row.isAdminOnly || row.anyOf.length > 0 ? ADMIN : EVERYONE;
  if (row.audience === Audience.Staff) return byPermission(actor, row.anyOf) ?? EVERYONE;
  for (const permission of row.anyOf) {
    if (portalSet.has(actor.portal.now, permission)) return WITHOUT_REACH.get(permission) ?? EVERYONE;
  }
  return EVERYONE;
}

function byProject(
  actor: Actor,
  { action, project }: Extract<AccessRequest, { action: keyof typeof PROJECT_WAYS }>,
): Allowed {
  const { anyOf, standings } = PROJECT_WAYS[action];
  const sufficient: readonly ProjectStanding[] = standings;
  const standing = standingOn(actor.account, project);
  if (standing !== null && sufficient.includes(standing)) return ROLE[standing];
  if (isAdmin(actor.account)) return standing === null && project.isRestricted ? ADMIN_WITH_REASON : ADMIN;
  return byPermission(actor, anyOf) ?? EVERYONE;
}

/** The furthest reaching of the permissions that are held. */
function byPermission({ staff }: Actor, anyOf: readonly Permission[]): Allowed | undefined {
  let assigned: Allowed | undefined;
  for (const permission of anyOf) {
    if (!staffSet.has(staff.now, permission)) continue;
    if (!PERMISSION_REGISTRY[permission].hasReach) return WITHOUT_REACH.get(permission);
    if (staffSet.has(staff.now, permission, Reach.All)) return WITH_ALL.get(permission);
    assigned ??= WITH_ASSIGNED.get(permission);
  }
  return assigned;
}

function answersFor(
  permissions: readonly (Permission | PortalPermission)[],
  reach: Reach | null,
): ReadonlyMap<Permission | PortalPermission, Allowed> {
  return new Map(
    permissions.map((permission) => [permission, allowed({ by: 'permission', permission, reach })]),
  );
}

function allowed(path: AccessPath): Allowed {
  return Object.freeze({ allowed: true, path: Object.freeze(path) });
}
