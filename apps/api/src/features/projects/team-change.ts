import type { MemberRole } from '@sallyport/contracts/staff';

export interface Assigned {
  accountId: string;
  role: MemberRole;
}

/** Who comes to a project, and who comes to lead it, by account. */
export interface TeamChange {
  /** Lead from now on and did not before, whether or not they were on the team. */
  addsOwners: string[];
  /** On the team from now on and were nothing on the project before. */
  addsTeam: string[];
}

/** What setting a team anew adds. */
export function teamChange(before: readonly Assigned[], after: readonly Assigned[]): TeamChange {
  const roles = new Map(before.map(({ accountId, role }) => [accountId, role]));
  const isNew = ({ accountId, role }: Assigned) =>
    role === 'OWNER' ? roles.get(accountId) !== 'OWNER' : !roles.has(accountId);
  const added = after.filter(isNew);
  const idsOf = (members: readonly Assigned[]) => members.map(({ accountId }) => accountId);
  return {
    addsOwners: idsOf(added.filter(({ role }) => role === 'OWNER')),
    addsTeam: idsOf(added.filter(({ role }) => role !== 'OWNER')),
  };
}

/** Ids per role, as the audit keeps a team. */
export function teamIds(members: readonly Assigned[]): Record<string, string[]> {
  const roles = new Set(members.map(({ role }) => role));
  return Object.fromEntries(
    [...roles].map((role) => [
      role.toLowerCase(),
      members.filter((member) => member.role === role).map(({ accountId }) => accountId),
    ]),
  );
}
