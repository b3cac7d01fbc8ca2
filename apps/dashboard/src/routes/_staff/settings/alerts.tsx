import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { AlertsPage } from '../../../features/settings/alerts-page.tsx';

const Search = z.object({ state: z.enum(['open', 'closed']).optional().catch(undefined) });

export const Route = createFileRoute('/_staff/settings/alerts')({
  validateSearch: Search,
  component: Alerts,
});

function Alerts() {
  const { state = 'open' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <AlertsPage
      state={state}
      onState={(next) =>
        void navigate({ search: { state: next === 'open' ? undefined : next }, replace: true })
      }
    />
  );
}
