import { createFileRoute } from '@tanstack/react-router';
import { EditCompanyPage } from '../../../../features/companies/edit-company-page.tsx';

export const Route = createFileRoute('/_staff/companies/$companyId/edit')({ component: Edit });

function Edit() {
  const { companyId } = Route.useParams();
  return <EditCompanyPage key={companyId} companyId={companyId} />;
}
