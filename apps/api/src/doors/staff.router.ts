import { auditRouter } from '../features/audit/audit.router.ts';
import { authRouter } from '../features/auth/auth.router.ts';
import { doorRouter } from '../features/door/door.router.ts';
import { groupsRouter } from '../features/groups/groups.router.ts';
import { invitationsRouter } from '../features/invitations/invitations.router.ts';
import { peopleRouter } from '../features/people/people.router.ts';
import { profileRouter } from '../features/profile/profile.router.ts';
import { setupRouter } from '../features/setup/setup.router.ts';
import { usersRouter } from '../features/users/users.router.ts';
import { createRouter } from '../trpc/procedure.ts';

/** Everything that staff can call. */
export const staffRouter = createRouter({
  door: doorRouter,
  setup: setupRouter,
  auth: authRouter,
  invitations: invitationsRouter,
  profile: profileRouter,
  people: peopleRouter,
  users: usersRouter,
  groups: groupsRouter,
  audit: auditRouter,
});

export type StaffRouter = typeof staffRouter;
