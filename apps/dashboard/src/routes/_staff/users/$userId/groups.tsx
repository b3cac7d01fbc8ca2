import { createFileRoute } from '@tanstack/react-router';
import { UserGroupsPage } from '../../../../features/users/user-groups-page.tsx';
import { userOptions } from '../../../../features/users/users.queries.ts';

export const Route = createFileRoute('/_staff/users/$userId/groups')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(userOptions(params.userId)),
  component: Groups,
});

function Groups() {
  const { userId } = Route.useParams();
  return <UserGroupsPage key={userId} userId={userId} />;
}
