import { Done, ErrorCode } from '@sallyport/contracts/common';
import { AssignProjectInput, Permission } from '@sallyport/contracts/staff';
import { announce, replaceMembers, visiblePeople } from '@sallyport/db';
import { readAccounts } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';
import { type Assigned, teamChange, teamIds } from './team-change.ts';

/** Sets leads and team at once. Whoever takes themselves off may not see the project any more, so nothing of it is answered. */
export const assignProject = procedure
  .staff({
    permission: Permission.AssignProjects,
    on: 'project',
    action: 'project.assign',
    changesAccess: true,
  })
  .input(AssignProjectInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { version, members } }) => {
    const before: Assigned[] = grant.row.members.map(({ person, role }) => ({ accountId: person.id, role }));
    const { addsOwners, addsTeam } = teamChange(before, members);
    const accounts = await addedAccounts(call, [...addsOwners, ...addsTeam]);
    const known = (ids: readonly string[]) => ids.flatMap((id) => accounts.get(id) ?? []);
    call.authorize({
      action: 'project.assign',
      project: grant.facts,
      addsOwners: known(addsOwners),
      addsTeam: known(addsTeam),
    });
    checkMembers(members, [...addsOwners, ...addsTeam], accounts);
    const isSaved = await replaceMembers(tx, grant, version, members, call.principal.account.id);
    if (!isSaved) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'project.assigned',
      objectType: 'project',
      objectId: grant.id,
      before: teamIds(before),
      after: teamIds(members),
    });
    await announce(tx, { kind: 'project', id: grant.id, projectId: grant.id });
    return DONE;
  });

async function addedAccounts({ tx, principal }: Call, ids: readonly string[]) {
  const found = await readAccounts(tx, ids, visiblePeople(principal));
  return new Map(found.map(({ account }) => [account.id, account]));
}

/** Everybody once, everybody known, somebody in the lead. @throws AppError INVALID_INPUT */
function checkMembers(
  members: readonly Assigned[],
  added: readonly string[],
  known: ReadonlyMap<string, unknown>,
): void {
  if (new Set(members.map(({ accountId }) => accountId)).size !== members.length) {
    throw problem('Somebody is named twice. Give each person one role.');
  }
  // The same words for customers, for people who left and for those who were never there.
  if (added.some((id) => !known.has(id)))
    throw problem('One of these people cannot be chosen. Choose again.');
  if (!members.some(({ role }) => role === 'OWNER')) {
    throw problem('A project has at least one lead. Choose one.');
  }
}

function problem(message: string): AppError {
  return new AppError(ErrorCode.InvalidInput, { fields: [{ path: 'members', message }] });
}
