import { createFileRoute, redirect } from '@tanstack/react-router';
import { NewGroupPage } from '../../../features/groups/new-group-page.tsx';
import { canSeeGroups } from '../../../lib/abilities.ts';
import { currentUserOptions } from '../../../lib/current-user.ts';
import { oneOf, readAddress } from '../../../lib/read-address.ts';

const readSearch = readAddress({ for: oneOf(['staff', 'customers']) });

export const Route = createFileRoute('/_staff/groups/new')({
  validateSearch: readSearch,
  beforeLoad: async ({ context }) => {
    if (!canSeeGroups(await context.queryClient.ensureQueryData(currentUserOptions)))
      throw redirect({ to: '/groups' });
  },
  component: NewGroup,
});

function NewGroup() {
  const { for: audience } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <NewGroupPage
      audience={audience === 'customers' ? 'CUSTOMER' : 'STAFF'}
      onAudience={(next) =>
        void navigate({ search: { for: next === 'CUSTOMER' ? 'customers' : undefined }, replace: true })
      }
    />
  );
}
