import { createFileRoute } from '@tanstack/react-router';
import { UserSecurityPage } from '../../../../features/users/user-security-page.tsx';
import { userOptions } from '../../../../features/users/users.queries.ts';

export const Route = createFileRoute('/_staff/users/$userId/security')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(userOptions(params.userId)),
  component: Security,
});

function Security() {
  const { userId } = Route.useParams();
  return <UserSecurityPage key={userId} userId={userId} />;
}
