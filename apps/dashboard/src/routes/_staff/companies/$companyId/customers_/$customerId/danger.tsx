import { createFileRoute } from '@tanstack/react-router';
import { CustomerDangerPage } from '../../../../../../features/companies/customer-account-pages.tsx';

export const Route = createFileRoute('/_staff/companies/$companyId/customers_/$customerId/danger')({
  component: Danger,
});

function Danger() {
  const { companyId, customerId } = Route.useParams();
  return <CustomerDangerPage key={customerId} companyId={companyId} customerId={customerId} />;
}
