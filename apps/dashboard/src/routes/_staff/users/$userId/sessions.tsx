import { createFileRoute } from '@tanstack/react-router';
import { UserSessionsPage } from '../../../../features/users/user-sessions-page.tsx';
import { userOptions } from '../../../../features/users/users.queries.ts';

export const Route = createFileRoute('/_staff/users/$userId/sessions')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(userOptions(params.userId)),
  component: Sessions,
});

function Sessions() {
  const { userId } = Route.useParams();
  return <UserSessionsPage key={userId} userId={userId} />;
}
