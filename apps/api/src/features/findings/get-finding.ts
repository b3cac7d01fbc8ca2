import { FindingDetail } from '@sallyport/contracts/staff';
import { listEvidence, listInstances } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { findingDetail } from './finding-view.ts';

/** One finding with all its instances and evidence: a fixed number of statements, however many there are. */
export const getFinding = procedure
  .staff({ permission: null, on: 'finding', action: 'project.read' })
  .input(NoInput)
  .output(FindingDetail)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'project.read', project: grant.facts });
    return findingDetail(call, grant, await listInstances(tx, grant), await listEvidence(tx, grant));
  });
