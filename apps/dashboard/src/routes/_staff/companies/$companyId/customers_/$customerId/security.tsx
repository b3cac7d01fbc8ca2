import { createFileRoute } from '@tanstack/react-router';
import { CustomerSecurityPage } from '../../../../../../features/companies/customer-account-pages.tsx';

export const Route = createFileRoute('/_staff/companies/$companyId/customers_/$customerId/security')({
  component: Security,
});

function Security() {
  const { companyId, customerId } = Route.useParams();
  return <CustomerSecurityPage key={customerId} companyId={companyId} customerId={customerId} />;
}
