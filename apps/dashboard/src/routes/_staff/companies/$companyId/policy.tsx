import { createFileRoute } from '@tanstack/react-router';
import { CompanyPolicyPage } from '../../../../features/companies/company-policy-page.tsx';

export const Route = createFileRoute('/_staff/companies/$companyId/policy')({ component: Policy });

function Policy() {
  const { companyId } = Route.useParams();
  return <CompanyPolicyPage key={companyId} companyId={companyId} />;
}
