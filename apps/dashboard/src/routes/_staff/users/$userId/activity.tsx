import { createFileRoute } from '@tanstack/react-router';
import { UserActivityPage } from '../../../../features/users/user-activity-page.tsx';
import { userOptions } from '../../../../features/users/users.queries.ts';

export const Route = createFileRoute('/_staff/users/$userId/activity')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(userOptions(params.userId)),
  component: Activity,
});

function Activity() {
  const { userId } = Route.useParams();
  return <UserActivityPage key={userId} userId={userId} />;
}
