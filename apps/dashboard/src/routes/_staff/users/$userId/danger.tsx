import { createFileRoute } from '@tanstack/react-router';
import { UserDangerPage } from '../../../../features/users/user-danger-page.tsx';
import { userOptions } from '../../../../features/users/users.queries.ts';

export const Route = createFileRoute('/_staff/users/$userId/danger')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(userOptions(params.userId)),
  component: Danger,
});

function Danger() {
  const { userId } = Route.useParams();
  return <UserDangerPage key={userId} userId={userId} />;
}
