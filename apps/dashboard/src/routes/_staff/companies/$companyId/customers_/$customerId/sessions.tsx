import { createFileRoute } from '@tanstack/react-router';
import { CustomerSessionsPage } from '../../../../../../features/companies/customer-account-pages.tsx';

export const Route = createFileRoute('/_staff/companies/$companyId/customers_/$customerId/sessions')({
  component: Sessions,
});

function Sessions() {
  const { companyId, customerId } = Route.useParams();
  return <CustomerSessionsPage key={customerId} companyId={companyId} customerId={customerId} />;
}
