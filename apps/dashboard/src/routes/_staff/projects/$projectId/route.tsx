import { createFileRoute, Outlet } from '@tanstack/react-router';
import { projectOptions } from '../../../../features/projects/projects.queries.ts';

export const Route = createFileRoute('/_staff/projects/$projectId')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(projectOptions(params.projectId)),
  component: Outlet,
});
