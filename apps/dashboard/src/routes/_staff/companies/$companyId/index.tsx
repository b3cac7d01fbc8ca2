import { createFileRoute } from '@tanstack/react-router';
import { CompanyProfilePage } from '../../../../features/companies/profile-page.tsx';

export const Route = createFileRoute('/_staff/companies/$companyId/')({ component: Profile });

function Profile() {
  const { companyId } = Route.useParams();
  return <CompanyProfilePage key={companyId} companyId={companyId} />;
}
