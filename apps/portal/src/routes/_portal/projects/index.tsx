import { createFileRoute } from '@tanstack/react-router';
import { projectListOptions } from '../../../features/projects/projects.queries.ts';
import { ProjectsPage } from '../../../features/projects/projects-page.tsx';

export const Route = createFileRoute('/_portal/projects/')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(projectListOptions()),
  component: ProjectsPage,
});
