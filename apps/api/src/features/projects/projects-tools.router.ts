import { createRouter, procedure } from '../../trpc/procedure.ts';
import { getProject } from './get-project.ts';
import { listProjects } from './list-projects.ts';

export const toolsProjectsRouter = createRouter({
  listProjects: procedure.tools(listProjects, { permission: null, action: 'project.list' }),
  getProject: procedure.tools(getProject, { permission: null, on: 'project', action: 'project.read' }),
});
