import { CompanyId } from '@sallyport/contracts/common';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { NewProjectPage } from '../../../features/projects/new-project-page.tsx';
import { canCreateProjects } from '../../../lib/abilities.ts';
import { currentUserOptions } from '../../../lib/current-user.ts';

const Search = z.object({ company: CompanyId.optional().catch(undefined) });

export const Route = createFileRoute('/_staff/projects/new')({
  validateSearch: Search,
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
