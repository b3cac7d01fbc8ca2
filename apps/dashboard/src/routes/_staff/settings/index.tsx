import { createFileRoute, Navigate } from '@tanstack/react-router';
import { useCurrentUser } from '../../../lib/current-user.ts';

export const Route = createFileRoute('/_staff/settings/')({ component: Settings });

/** The first page that the viewer may open. */
function Settings() {
  const { user } = useCurrentUser();
  return <Navigate to={user.isAdmin ? '/settings/security' : '/settings/activity'} replace />;
}
