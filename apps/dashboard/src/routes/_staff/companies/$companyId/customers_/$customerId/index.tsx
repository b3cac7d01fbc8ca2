import { createFileRoute } from '@tanstack/react-router';
import { CustomerPage } from '../../../../../../features/companies/customer-page.tsx';

export const Route = createFileRoute('/_staff/companies/$companyId/customers_/$customerId/')({
  component: Customer,
});

function Customer() {
  const { companyId, customerId } = Route.useParams();
  return <CustomerPage key={customerId} companyId={companyId} customerId={customerId} />;
}
