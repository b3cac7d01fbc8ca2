import type { ProjectFacts } from '../project-facts.ts';
import { PROJECT_WAYS, reachesAll, standingOn } from './a15-project-roles.ts';
import { isAdmin } from './is-admin.ts';
import type { Rule } from './rule.ts';

/**
 * G6, A16: outside its owners and team a restricted project is absent, whatever anyone's reach; an Admin enters it
 * with a reason alone.
 */
export const projectInSight: Rule<{ project: ProjectFacts }> = {
  id: 'Who may read',
  says: 'Owners and team; Manage Projects or Assign Projects with reach ALL; of a restricted project owners and team, and an Admin who gives a reason.',
  check: (actor, { project }) => {
    if (standingOn(actor.account, project) !== null) return null;
    if (project.isRestricted) {
      return isAdmin(actor.account) && hasReason(project)
        ? null
        : { rule: 'A16', message: 'The project is restricted to its lead, its team and named customers.' };
    }
    return reachesAll(actor, PROJECT_WAYS['project.read'].anyOf)
      ? null
      : { rule: 'Who may read', message: 'The project is outside the reach of what this account holds.' };
  },
};

function hasReason({ adminReason }: ProjectFacts): boolean {
  return adminReason !== undefined && adminReason.trim() !== '';
}
