import { toolsFindingsRouter } from '../features/findings/findings-tools.router.ts';
import { toolsImportsRouter } from '../features/imports/imports-tools.router.ts';
import { toolsProjectsRouter } from '../features/projects/projects-tools.router.ts';
import { createRouter } from '../trpc/procedure.ts';

/** Everything that tools can call with a token: a part of what staff can, under the paths of ToolsApi. */
export const toolsRouter = createRouter({
  projects: toolsProjectsRouter,
  findings: toolsFindingsRouter,
  imports: toolsImportsRouter,
});

export type ToolsRouter = typeof toolsRouter;
