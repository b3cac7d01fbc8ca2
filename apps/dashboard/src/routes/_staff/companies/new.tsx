import { createFileRoute, redirect } from '@tanstack/react-router';
import { NewCompanyPage } from '../../../features/companies/new-company-page.tsx';
import { canManageCompanies } from '../../../lib/abilities.ts';
import { currentUserOptions } from '../../../lib/current-user.ts';
import { oneOf, readAddress } from '../../../lib/read-address.ts';

const readSearch = readAddress({ for: oneOf(['project']) });

export const Route = createFileRoute('/_staff/companies/new')({
  validateSearch: readSearch,
  beforeLoad: async ({ context }) => {
    if (!canManageCompanies(await context.queryClient.ensureQueryData(currentUserOptions)))
      throw redirect({ to: '/companies' });
  },
  component: NewCompany,
});

function NewCompany() {
  return <NewCompanyPage isForProject={Route.useSearch().for === 'project'} />;
}
