import { decide, type Principal, type ProjectFacts } from '@sallyport/access';
import type { ProjectAbilities } from '@sallyport/contracts/staff';
import type { z } from 'zod';
import { isOpen } from '../decision-hints.ts';

/** What the caller may do to a project: the answers of decide() itself. */
export function projectAbilities(
  principal: Principal,
  project: ProjectFacts,
): z.input<typeof ProjectAbilities> {
  return {
    canWrite: isOpen(decide(principal, { action: 'project.write', project })),
    canGovern: isOpen(decide(principal, { action: 'project.govern', project })),
    canPublish: isOpen(decide(principal, { action: 'project.publish', project })),
    canComplete: isOpen(decide(principal, { action: 'project.complete', project })),
    canReport: isOpen(decide(principal, { action: 'project.report', project })),
    canRelease: isOpen(decide(principal, { action: 'project.release', project })),
    canAssign: isOpen(decide(principal, { action: 'project.assign', project, addsOwners: [], addsTeam: [] })),
  };
}
