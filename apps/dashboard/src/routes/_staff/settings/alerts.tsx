import { createFileRoute } from '@tanstack/react-router';
import { AlertsPage } from '../../../features/settings/alerts-page.tsx';
import { oneOf, readAddress } from '../../../lib/read-address.ts';

const readSearch = readAddress({ state: oneOf(['open', 'closed']) });

export const Route = createFileRoute('/_staff/settings/alerts')({
  validateSearch: readSearch,
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
