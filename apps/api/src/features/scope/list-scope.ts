import { ScopeList } from '@sallyport/contracts/staff';
import { listScope as readScope } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';

export const listScope = procedure
  .staff({ permission: null, on: 'project', action: 'project.read' })
  .input(NoInput)
  .output(ScopeList)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'project.read', project: grant.facts });
    return { rows: await readScope(tx, grant) };
  });
