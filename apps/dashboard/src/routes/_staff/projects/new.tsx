import type { CompanyId } from '@sallyport/contracts/common';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { NewProjectPage } from '../../../features/projects/new-project-page.tsx';
import { canCreateProjects } from '../../../lib/abilities.ts';
import { currentUserOptions } from '../../../lib/current-user.ts';
import { idOf, readAddress } from '../../../lib/read-address.ts';

const readSearch = readAddress({ company: idOf<CompanyId>() });

export const Route = createFileRoute('/_staff/projects/new')({
  validateSearch: readSearch,
  beforeLoad: async ({ context }) => {
    if (!canCreateProjects(await context.queryClient.ensureQueryData(currentUserOptions)))
      throw redirect({ to: '/projects' });
  },
  component: NewProject,
});

function NewProject() {
  const { company } = Route.useSearch();
  return <NewProjectPage key={company ?? ''} companyId={company} />;
}
