import { createFileRoute, redirect } from '@tanstack/react-router';
import { InvitePage } from '../../../features/users/invite-page.tsx';
import { canManageUsers } from '../../../lib/abilities.ts';
import { currentUserOptions } from '../../../lib/current-user.ts';

export const Route = createFileRoute('/_staff/users/invite')({
  beforeLoad: async ({ context }) => {
    if (!canManageUsers(await context.queryClient.ensureQueryData(currentUserOptions)))
      throw redirect({ to: '/people' });
  },
  component: InvitePage,
});
