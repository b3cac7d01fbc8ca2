import { type Outputs, trpc } from '../../lib/trpc.ts';

export type Project = Outputs['projects']['getProject'];

export function projectListOptions() {
  return trpc.projects.listProjects.queryOptions();
}

export function projectOptions(projectId: string) {
  return trpc.projects.getProject.queryOptions({ projectId });
}
