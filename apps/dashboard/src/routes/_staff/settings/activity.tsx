import { createFileRoute } from '@tanstack/react-router';
import { readSignInSearch } from '../../../features/settings/sign-in-search.ts';
import { SignInsPage } from '../../../features/settings/sign-ins-page.tsx';

export const Route = createFileRoute('/_staff/settings/activity')({
  validateSearch: readSignInSearch,
  component: Activity,
});

function Activity() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <SignInsPage
      search={search}
      onSearch={(patch) => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true })}
    />
  );
}
