import { createFileRoute } from '@tanstack/react-router';
import { CompanyProjectsPage } from '../../../../features/companies/company-projects-page.tsx';

export const Route = createFileRoute('/_staff/companies/$companyId/projects')({ component: Projects });

function Projects() {
  const { companyId } = Route.useParams();
  return <CompanyProjectsPage key={companyId} companyId={companyId} />;
}
