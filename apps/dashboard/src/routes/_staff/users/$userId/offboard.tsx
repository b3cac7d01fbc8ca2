import { createFileRoute } from '@tanstack/react-router';
import { OffboardPage } from '../../../../features/offboarding/offboard-page.tsx';

export const Route = createFileRoute('/_staff/users/$userId/offboard')({
  component: Offboard,
});

function Offboard() {
  const { userId } = Route.useParams();
  return <OffboardPage key={userId} userId={userId} />;
}
