import { ImportDetail } from '@sallyport/contracts/staff';
import { listPlannedFindings } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { importView } from './import-view.ts';

/** One import and, once the file was read, what it would create or did. */
export const getImport = procedure
  .staff({ permission: null, on: 'import', action: 'project.read' })
  .input(NoInput)
  .output(ImportDetail)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'project.read', project: grant.facts });
    return { ...importView(grant.row), findings: await listPlannedFindings(tx, grant) };
  });
