import { AccountId, DisplayName } from '@sallyport/contracts/common';
import { MemberRole, Person } from '@sallyport/contracts/staff';
import { z } from 'zod';
import type { ProjectMember } from './projects.queries.ts';

/** Somebody put on a team and what they are there. */
export interface ChosenMember {
  person: Person;
  role: MemberRole;
}

/** What is changed and not yet saved. */
export interface TeamDraft {
  /** New roles of those who are on the team. */
  roles: Readonly<Record<string, MemberRole>>;
  removed: readonly string[];
  added: readonly ChosenMember[];
}

/** A draft as it was kept in this tab. */
export const KeptTeam = z.object({
  roles: z.record(AccountId, MemberRole),
  removed: z.array(AccountId),
  added: z.array(z.object({ person: Person.extend({ displayName: DisplayName }), role: MemberRole })),
});

export const NO_CHANGES: TeamDraft = { roles: {}, removed: [], added: [] };

export function teamDraftKey(projectId: string): string {
  return `team.${projectId}`;
}

export interface TeamLine {
  person: Person;
  role: MemberRole;
  /** What they are now, where that changes. */
  was: MemberRole | null;
  addedAt: string | null;
  mark: 'added' | 'removed' | undefined;
}

const RANK: readonly MemberRole[] = MemberRole.options;

/** The team as it would be, leads first; who leaves stays in sight until it is saved. */
export function linesOf(members: readonly ProjectMember[], draft: TeamDraft): TeamLine[] {
  const now = members.map(({ person, role, addedAt }): TeamLine => {
    const next = draft.roles[person.id] ?? role;
    return {
      person,
      role: next,
      was: next === role ? null : role,
      addedAt,
      mark: draft.removed.includes(person.id) ? 'removed' : undefined,
    };
  });
  const added = draft.added.map(
    (member): TeamLine => ({ ...member, was: null, addedAt: null, mark: 'added' }),
  );
  const before = (line: TeamLine) => RANK.indexOf(line.was ?? line.role);
  return [...added, ...now.toSorted((one, other) => before(one) - before(other))];
}

/** Everybody who would be on the team once it is saved. */
export function membersOf(lines: readonly TeamLine[]): ChosenMember[] {
  return lines.filter(({ mark }) => mark !== 'removed').map(({ person, role }) => ({ person, role }));
}

/** How many people are added, leave or change their role. */
export function changeCount(lines: readonly TeamLine[]): number {
  return lines.filter(({ mark, was }) => mark !== undefined || was !== null).length;
}

/** Somebody must lead. */
export function hasLead(lines: readonly TeamLine[]): boolean {
  return membersOf(lines).some(({ role }) => role === 'OWNER');
}

/** A draft without what meanwhile became so, or concerns people who are gone. */
export function rebased(draft: TeamDraft, members: readonly ProjectMember[]): TeamDraft {
  const roleNow = new Map(members.map(({ person, role }) => [person.id as string, role]));
  return {
    roles: Object.fromEntries(
      Object.entries(draft.roles).filter(([id, role]) => roleNow.has(id) && roleNow.get(id) !== role),
    ),
    removed: draft.removed.filter((id) => roleNow.has(id)),
    added: draft.added.filter(({ person }) => !roleNow.has(person.id)),
  };
}

/** Gives somebody a role, whether they are on the team or being added. */
export function withRole(draft: TeamDraft, id: string, role: MemberRole): TeamDraft {
  if (draft.added.some(({ person }) => person.id === id))
    return {
      ...draft,
      added: draft.added.map((member) => (member.person.id === id ? { ...member, role } : member)),
    };
  return { ...draft, roles: { ...draft.roles, [id]: role } };
}

/** Takes somebody off, or keeps who was taken off. */
export function toggled(draft: TeamDraft, line: TeamLine): TeamDraft {
  const { id } = line.person;
  if (line.mark === 'added') return { ...draft, added: draft.added.filter(({ person }) => person.id !== id) };
  if (line.mark === 'removed') return { ...draft, removed: draft.removed.filter((one) => one !== id) };
  return { ...draft, removed: [...draft.removed, id] };
}
