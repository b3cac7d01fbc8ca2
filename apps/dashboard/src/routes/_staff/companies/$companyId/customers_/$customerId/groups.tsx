import { createFileRoute } from '@tanstack/react-router';
import { CustomerGroupsPage } from '../../../../../../features/companies/customer-page.tsx';

export const Route = createFileRoute('/_staff/companies/$companyId/customers_/$customerId/groups')({
  component: Groups,
});

function Groups() {
  const { companyId, customerId } = Route.useParams();
  return <CustomerGroupsPage key={customerId} companyId={companyId} customerId={customerId} />;
}
