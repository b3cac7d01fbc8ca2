import { createFileRoute, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { NewCompanyPage } from '../../../features/companies/new-company-page.tsx';
import { canManageCompanies } from '../../../lib/abilities.ts';
import { currentUserOptions } from '../../../lib/current-user.ts';

const Search = z.object({ for: z.enum(['project']).optional().catch(undefined) });

export const Route = createFileRoute('/_staff/companies/new')({
  validateSearch: Search,
  beforeLoad: async ({ context }) => {
    if (!canManageCompanies(await context.queryClient.ensureQueryData(currentUserOptions)))
      throw redirect({ to: '/companies' });
  },
  component: NewCompany,
});

function NewCompany() {
  return <NewCompanyPage isForProject={Route.useSearch().for === 'project'} />;
}
