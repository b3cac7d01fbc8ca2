import { createFileRoute } from '@tanstack/react-router';
import { CompanyCustomersPage } from '../../../../features/companies/customers-page.tsx';

export const Route = createFileRoute('/_staff/companies/$companyId/customers')({ component: Customers });

function Customers() {
  const { companyId } = Route.useParams();
  return <CompanyCustomersPage key={companyId} companyId={companyId} />;
}
