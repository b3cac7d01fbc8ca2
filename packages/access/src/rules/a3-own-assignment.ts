import type { Account } from '../principal.ts';
import type { ProjectFacts } from '../project-facts.ts';
import { PROJECT_WAYS, reachesAll, standingOn } from './a15-project-roles.ts';
import type { Rule } from './rule.ts';

interface Assignment {
  project: ProjectFacts;
  addsOwners: readonly Account[];
  addsTeam: readonly Account[];
}

/** A3: nobody brings themselves into a project outside their reach; a restricted one is outside everyone's (A16). */
export const notOwnAssignment: Rule<Assignment> = {
  id: 'A3',
  says: 'Nobody adds themselves to a project outside their reach; a restricted one is outside every reach.',
  check: (actor, { project, addsOwners, addsTeam }) => {
    const isSelf = ({ id }: Account) => id === actor.account.id;
    if (!addsOwners.some(isSelf) && !addsTeam.some(isSelf)) return null;
    if (standingOn(actor.account, project) !== null) return null;
    return reachesAll(actor, PROJECT_WAYS['project.assign'].anyOf) && !project.isRestricted
      ? null
      : { rule: 'A3', message: 'You cannot add yourself to this project. Ask its lead.' };
  },
};
