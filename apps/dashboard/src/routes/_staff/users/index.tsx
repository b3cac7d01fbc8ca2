import { createFileRoute, redirect } from '@tanstack/react-router';
import { filtersOf, readUserSearch } from '../../../features/users/user-search.ts';
import { userListOptions } from '../../../features/users/users.queries.ts';
import { UsersPage } from '../../../features/users/users-page.tsx';
import { canManageUsers } from '../../../lib/abilities.ts';
import { currentUserOptions } from '../../../lib/current-user.ts';

export const Route = createFileRoute('/_staff/users/')({
  validateSearch: readUserSearch,
  loaderDeps: ({ search: { open: _open, ...search } }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    if (!canManageUsers(await queryClient.ensureQueryData(currentUserOptions)))
      throw redirect({ to: '/people' });
    void queryClient.prefetchInfiniteQuery(userListOptions(filtersOf(deps)));
  },
  component: Users,
});

function Users() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <UsersPage
      search={search}
      onSearch={(patch) => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true })}
    />
  );
}
