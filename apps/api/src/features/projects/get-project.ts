import { ProjectDetail } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { projectDetail } from './project-detail.ts';

export const getProject = procedure
  .staff({ permission: null, on: 'project', action: 'project.read' })
  .input(NoInput)
  .output(ProjectDetail)
  .query(async ({ call, grant }) => {
    call.authorize({ action: 'project.read', project: grant.facts });
    return projectDetail(call, grant);
  });
