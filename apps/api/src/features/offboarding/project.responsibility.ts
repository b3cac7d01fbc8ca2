import { type AccessRequest, decide } from '@sallyport/access';
import { ErrorCode } from '@sallyport/contracts/common';
import {
  announce,
  type HeldProject,
  listHeldProjects,
  lockProjects,
  replaceMember,
  visibleProjects,
} from '@sallyport/db';
import type { NamedAccount } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { isOpen } from '../decision-hints.ts';
import type { HandedOver } from './responsibility.ts';

/** Projects that somebody leads or works on; moved as Assign Projects would move them (A15). */
export const projectResponsibility: HandedOver = {
  noun: 'project',
  owns: ['project_member.project_member_account_id_audience_fkey'],

  async list({ tx, principal }, leaver) {
    const projects = await listHeldProjects(tx, leaver, visibleProjects(principal));
    return projects.map((project) => {
      const decision = decide(principal, assignment(project, null));
      return {
        id: project.id,
        name: project.name,
        detail: `${project.reference} · ${project.companyName}`,
        role: project.role,
        isOpen: project.isOpen,
        canHandOver: isOpen(decision),
        why: decision.allowed ? null : decision.reason.message,
      };
    });
  },

  async handOver(call, leaver, moves) {
    const { tx, principal } = call;
    await lockProjects(
      tx,
      moves.map(({ id }) => id),
    );
    const held = await listHeldProjects(tx, leaver, visibleProjects(principal));
    const byId = new Map(held.map((project) => [project.id, project]));
    for (const { id, to, at } of moves.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const project = byId.get(id);
      if (!project) throw new AppError(ErrorCode.StaleEdit);
      refuseMove(call, project, to, at);
      const people = { fromId: leaver.id, toId: to.person.id, byId: principal.account.id };
      await replaceMember(tx, { projectId: id, role: project.role, ...people });
      await writeAudit(call, {
        action: 'project.assigned',
        objectType: 'project',
        objectId: id,
        before: { [project.role.toLowerCase()]: [leaver.id] },
        after: { [project.role.toLowerCase()]: [to.person.id] },
      });
      await announce(tx, { kind: 'project', id, projectId: id });
    }
  },
};

function refuseMove({ principal }: Call, project: HeldProject, to: NamedAccount, at: number): void {
  const decision = decide(principal, assignment(project, to));
  if (decision.allowed) return;
  const { gate, rule, message } = decision.reason;
  throw new AppError(ErrorCode.Forbidden, {
    userMessage: message,
    reason: { gate, rule, message },
    fields: [{ path: `successors.${at}`, message }],
  });
}

/** What the hand-over is to the rules: the successor comes to lead, or to the team, where they did not before. */
function assignment({ facts, role }: HeldProject, to: NamedAccount | null): AccessRequest<'project.assign'> {
  const adds = to === null ? [] : [to.account];
  const isLead = to !== null && facts.ownerIds.includes(to.person.id);
  const isOnIt = isLead || facts.team.some(({ accountId }) => accountId === to?.person.id);
  return {
    action: 'project.assign',
    project: facts,
    addsOwners: role === 'OWNER' && !isLead ? adds : [],
    addsTeam: role !== 'OWNER' && !isOnIt ? adds : [],
  };
}
