import { createFileRoute } from '@tanstack/react-router';
import { PeoplePage } from '../../features/people/people-page.tsx';
import { readAddress, text } from '../../lib/read-address.ts';

const readSearch = readAddress({ search: text(100) });

export const Route = createFileRoute('/_staff/people')({ validateSearch: readSearch, component: People });

function People() {
  const { search } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <PeoplePage
      search={search ?? ''}
      onSearch={(next) => void navigate({ search: { search: next || undefined }, replace: true })}
    />
  );
}
