import { createRouter } from '../../trpc/procedure.ts';
import { getProject } from './get-project.ts';
import { listProjects } from './list-projects.ts';

export const customerProjectsRouter = createRouter({ listProjects, getProject });
