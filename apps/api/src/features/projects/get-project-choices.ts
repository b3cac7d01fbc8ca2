import { ProjectChoices } from '@sallyport/contracts/staff';
import { projectChoices } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';

/** Types and standards, as every project names them. */
export const getProjectChoices = procedure
  .staff({ permission: null, action: 'project.list' })
  .input(NoInput)
  .output(ProjectChoices)
  .query(({ tx, call }) => {
    call.authorize({ action: 'project.list' });
    return projectChoices(tx);
  });
