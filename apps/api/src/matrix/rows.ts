import { auditAccess } from '../features/audit/audit.access.ts';
import { authAccess } from '../features/auth/auth.access.ts';
import { doorAccess } from '../features/door/door.access.ts';
import { groupChangesAccess } from '../features/groups/group-changes.access.ts';
import { groupsAccess } from '../features/groups/groups.access.ts';
import { invitationsAccess } from '../features/invitations/invitations.access.ts';
import { peopleAccess } from '../features/people/people.access.ts';
import { profileAccess } from '../features/profile/profile.access.ts';
import { setupAccess } from '../features/setup/setup.access.ts';
import { userChangesAccess } from '../features/users/user-changes.access.ts';
import { usersAccess } from '../features/users/users.access.ts';
import type { RouteDeclaration } from '../trpc/http-route.ts';
import type { MatrixRow } from './matrix-row.ts';

/** Every row of the access matrix. */
export const MATRIX: readonly MatrixRow[] = [
  ...doorAccess,
  ...setupAccess,
  ...authAccess,
  ...invitationsAccess,
  ...profileAccess,
  ...peopleAccess,
  ...usersAccess,
  ...userChangesAccess,
  ...groupsAccess,
  ...groupChangesAccess,
  ...auditAccess,
];

/** The HTTP routes of a door beside its procedures. */
export const ROUTES: Readonly<Record<string, RouteDeclaration['access']['kind']>> = {
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /trpc/:path': 'transport',
  'POST /trpc/:path': 'transport',
};
