import { createFileRoute } from '@tanstack/react-router';
import { UserPage } from '../../../../features/users/user-page.tsx';
import { userOptions } from '../../../../features/users/users.queries.ts';

export const Route = createFileRoute('/_staff/users/$userId/')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(userOptions(params.userId)),
  component: User,
});

function User() {
  const { userId } = Route.useParams();
  return <UserPage key={userId} userId={userId} />;
}
