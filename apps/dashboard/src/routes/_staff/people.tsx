import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { PeoplePage } from '../../features/people/people-page.tsx';

const Search = z.object({ search: z.string().max(100).optional().catch(undefined) });

export const Route = createFileRoute('/_staff/people')({ validateSearch: Search, component: People });

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
