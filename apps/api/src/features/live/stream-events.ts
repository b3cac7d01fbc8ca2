import { LiveEvent } from '@sallyport/contracts/staff';
import { findVisible, jobState } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';

/** What changes in the projects that the caller may see; pages ask again for what they show. */
export const streamEvents = procedure
  .staff({ permission: null, action: 'project.list' })
  .input(NoInput)
  .output(LiveEvent)
  .stream(async ({ tx, call, notice }) => {
    call.authorize({ action: 'project.list' });
    const { kind, id, projectId } = notice;
    // All that lies in a project is seen as the project is.
    if (!(await findVisible(tx, call.principal, 'project', projectId))) return null;
    return { kind, id, projectId, ...(await jobState(tx, notice)) };
  });
