import { AccountId } from '@sallyport/contracts/common';
import { GroupGrants, Person, type StaffGrant } from '@sallyport/contracts/staff';
import { z } from 'zod';
import type { GroupDetail } from './groups.queries.ts';

/** What the editor holds before anything is saved. */
export const GroupDraft = z.object({
  name: z.string(),
  purpose: z.string(),
  grants: GroupGrants,
  added: z.array(z.object({ person: Person, reason: z.string(), expiresAt: z.string().nullable() })),
  removed: z.array(AccountId),
});
export type GroupDraft = z.infer<typeof GroupDraft>;
export type AddedMember = GroupDraft['added'][number];

/** What a draft starts from: a group as the server has it, or a new one. */
export type GroupBase = Pick<GroupDetail, 'name' | 'purpose' | 'grants' | 'members'>;

export function draftOf(base: GroupBase): GroupDraft {
  return { name: base.name, purpose: base.purpose, grants: base.grants, added: [], removed: [] };
}

export function staffGrants(grants: GroupGrants): readonly StaffGrant[] {
  return grants.audience === 'STAFF' ? grants.staff : [];
}

/** The keys of what a set of grants gives, reach included, so that a changed reach counts once. */
function grantMap(grants: GroupGrants): Map<string, string> {
  return grants.audience === 'STAFF'
    ? new Map(grants.staff.map((grant) => [grant.permission, grant.reach ?? '']))
    : new Map(grants.customer.map((permission) => [permission, '']));
}

/** How many things differ: name, purpose, each permission, each member. */
export function changeCount(draft: GroupDraft, base: GroupBase): number {
  const before = grantMap(base.grants);
  const after = grantMap(draft.grants);
  const keys = new Set([...before.keys(), ...after.keys()]);
  const changedGrants = [...keys].filter((key) => before.get(key) !== after.get(key)).length;
  return (
    Number(draft.name.trim() !== base.name) +
    Number(draft.purpose.trim() !== base.purpose) +
    changedGrants +
    draft.added.length +
    draft.removed.length
  );
}

/** The same intentions on top of a newer state: who is already in is not added again, who is gone not removed. */
export function rebase(draft: GroupDraft, base: GroupBase): GroupDraft {
  const members = new Set<string>(base.members.map((member) => member.id));
  return {
    ...draft,
    grants: draft.grants.audience === base.grants.audience ? draft.grants : base.grants,
    added: draft.added.filter(({ person }) => !members.has(person.id)),
    removed: draft.removed.filter((id) => members.has(id)),
  };
}

/** What preview and save are asked with. */
export function changeInput(draft: GroupDraft, group: Pick<GroupDetail, 'id' | 'version'>) {
  return {
    groupId: group.id,
    version: group.version,
    name: draft.name,
    purpose: draft.purpose,
    grants: draft.grants,
    addMembers: draft.added.map(({ person, reason, expiresAt }) => ({ userId: person.id, reason, expiresAt })),
    removeMembers: draft.removed,
  };
}
