import { Audience } from '@sallyport/contracts/common';
import { Permission, Reach } from '@sallyport/contracts/staff';
import type { Actor } from '../actor.ts';
import type { Account } from '../principal.ts';
import type { ProjectFacts, ProjectStanding } from '../project-facts.ts';
import { staffSet } from '../sets/staff-set.ts';
import type { Rule } from './rule.ts';

interface OnProject {
  project: ProjectFacts;
}

/**
 * The ways into an action on a project: one of these permissions with reach ALL, or with any reach together with one of
 * these standings. Reading alone needs no permission from owners and team. That a permission is held is G5's question.
 */
export const PROJECT_WAYS = {
  'project.read': {
    anyOf: [Permission.ManageProjects, Permission.AssignProjects],
    standings: ['owner', 'tester', 'reviewer', 'observer'],
  },
  'project.download': {
    anyOf: [Permission.ManageProjects, Permission.AssignProjects],
    standings: ['owner', 'tester', 'reviewer', 'observer'],
  },
  'project.write': { anyOf: [Permission.ManageProjects], standings: ['owner', 'tester'] },
  'project.approve': { anyOf: [Permission.ManageProjects], standings: ['owner', 'tester', 'reviewer'] },
  'project.govern': { anyOf: [Permission.ManageProjects], standings: ['owner'] },
  'project.publish': { anyOf: [Permission.ManageProjects], standings: ['owner'] },
  'project.complete': { anyOf: [Permission.ManageProjects], standings: ['owner'] },
  'project.report': { anyOf: [Permission.ManageProjects], standings: ['owner', 'tester'] },
  'project.release': { anyOf: [Permission.ManageProjects], standings: ['owner'] },
  'project.assign': {
    anyOf: [Permission.AssignProjects],
    standings: ['owner', 'tester', 'reviewer', 'observer'],
  },
} as const satisfies Record<string, ProjectWay>;

interface ProjectWay {
  readonly anyOf: readonly Permission[];
  readonly standings: readonly ProjectStanding[];
}

/** What somebody is on a project: its owner, a role on its team, or nothing. */
export function standingOn(account: Account, project: ProjectFacts): ProjectStanding | null {
  if (project.ownerIds.includes(account.id)) return 'owner';
  return project.team.find(({ accountId }) => accountId === account.id)?.role ?? null;
}

/** Whether one of the permissions reaches all projects. */
export function reachesAll({ staff }: Actor, anyOf: readonly Permission[]): boolean {
  for (const permission of anyOf) if (staffSet.has(staff.now, permission, Reach.All)) return true;
  return false;
}

function mayBy(actor: Actor, { project }: OnProject, { anyOf, standings }: ProjectWay): boolean {
  if (reachesAll(actor, anyOf)) return true;
  const standing = standingOn(actor.account, project);
  return standing !== null && standings.includes(standing);
}

export const writes: Rule<OnProject> = {
  id: 'A15',
  says: 'Findings, evidence, retest results and draft reports are written by owners, testers, and reach ALL.',
  check: (actor, facts) =>
    mayBy(actor, facts, PROJECT_WAYS['project.write'])
      ? null
      : {
          rule: 'A15',
          message: 'Only testers and the lead of this project write in it. Ask to be a tester.',
        },
};

export const approves: Rule<OnProject & { hasWritten: boolean }> = {
  id: 'A15',
  says: 'Owners, testers, reviewers and reach ALL approve what they wrote nothing in.',
  check: (actor, facts) => {
    if (!mayBy(actor, facts, PROJECT_WAYS['project.approve'])) {
      return { rule: 'A15', message: 'Only testers, reviewers and the lead of this project approve in it.' };
    }
    return facts.hasWritten
      ? { rule: 'A15', message: 'You wrote part of this, so somebody else approves it. Ask a colleague.' }
      : null;
  },
};

export const governs: Rule<OnProject> = {
  id: 'A15',
  says: 'Publishing, completing, releasing, holding, archiving, deleting, dates, scope: owners, and reach ALL.',
  check: (actor, facts) =>
    mayBy(actor, facts, PROJECT_WAYS['project.govern'])
      ? null
      : { rule: 'A15', message: 'Only the lead of this project decides this. Ask the lead.' },
};

export const assigns: Rule<OnProject> = {
  id: 'A15',
  says: 'Assign Projects acts within its reach.',
  check: (actor, facts) =>
    mayBy(actor, facts, PROJECT_WAYS['project.assign'])
      ? null
      : { rule: 'A15', message: 'You assign people only on projects that you lead or are on the team of.' },
};

export const ownersCanOwn: Rule<{ addsOwners: readonly Account[]; addsTeam: readonly Account[] }> = {
  id: 'A15',
  says: 'Owners are active staff without an end date of the account; the team is active staff.',
  check: (_actor, { addsOwners, addsTeam }) => {
    if (!addsOwners.every(isActiveStaff) || !addsTeam.every(isActiveStaff)) {
      return { rule: 'A15', message: 'Only active staff can lead a project or be on its team.' };
    }
    return addsOwners.every(({ expiresAt }) => expiresAt === null)
      ? null
      : { rule: 'A15', message: 'A lead needs an account without an end date. Choose someone else.' };
  },
};

/** A15: whether somebody could be made the owner of a project today. */
export function canOwn(account: Account): boolean {
  return isActiveStaff(account) && account.expiresAt === null;
}

export const creatorCanOwn: Rule<unknown> = {
  id: 'A15',
  says: 'Who creates a project becomes its owner, so the account has no end date.',
  check: ({ account }) =>
    account.expiresAt === null
      ? null
      : {
          rule: 'A15',
          message: 'Your account has an end date, so you cannot lead a project. Ask a colleague.',
        },
};

function isActiveStaff({ audience, status, suspendedAt }: Account): boolean {
  return audience === Audience.Staff && status === 'ACTIVE' && suspendedAt === null;
}
