import { ListProjectsInput, ProjectPage } from '@sallyport/contracts/staff';
import { listProjects as readProjects, visibleProjects } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { dayOf } from './project-status.service.ts';
import { projectRow } from './project-view.ts';

/** The projects that the caller sees. */
export const listProjects = procedure
  .staff({ permission: null, action: 'project.list' })
  .input(ListProjectsInput)
  .output(ProjectPage)
  .query(async ({ tx, call, input }) => {
    call.authorize({ action: 'project.list' });
    const { principal } = call;
    const today = dayOf(principal.now);
    const viewer = { accountId: principal.account.id, today };
    const page = await readProjects(tx, input, viewer, visibleProjects(principal));
    return { ...page, rows: page.rows.map((record) => projectRow(record, today)) };
  });
