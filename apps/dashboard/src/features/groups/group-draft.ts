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

/** What is kept over a reload: the draft, and the state that it was made from. */
export const KeptDraft = z.object({
  draft: GroupDraft,
  from: GroupDraft.pick({ name: true, purpose: true, grants: true }),
});
type KeptDraft = z.infer<typeof KeptDraft>;
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

/** What a draft was made from, to be kept beside it. */
export function keptDraft(draft: GroupDraft, { name, purpose, grants }: GroupBase): KeptDraft {
  return { draft, from: { name, purpose, grants } };
}

/** Grants as they now are, with only those changes that the draft made to what it came from. */
function mergeGrants(draft: GroupGrants, from: GroupGrants, now: GroupGrants): GroupGrants {
  const [mine, old] = [grantMap(draft), grantMap(from)];
  const isMine = (key: string) => mine.get(key) !== old.get(key);
  if (draft.audience === 'STAFF' && now.audience === 'STAFF')
    return {
      audience: 'STAFF',
      staff: [
        ...now.staff.filter(({ permission }) => !isMine(permission)),
        ...draft.staff.filter(({ permission }) => isMine(permission)),
      ],
    };
  if (draft.audience === 'CUSTOMER' && now.audience === 'CUSTOMER')
    return {
      audience: 'CUSTOMER',
      customer: [...now.customer.filter((key) => !isMine(key)), ...draft.customer.filter(isMine)],
    };
  return now;
}

/** The same intentions on top of a newer state: what the draft did not touch follows whoever changed it meanwhile. */
export function rebase({ draft, from }: KeptDraft, now: GroupBase): GroupDraft {
  const members = new Set<string>(now.members.map((member) => member.id));
  return {
    name: draft.name === from.name ? now.name : draft.name,
    purpose: draft.purpose === from.purpose ? now.purpose : draft.purpose,
    grants: mergeGrants(draft.grants, from.grants, now.grants),
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
    addMembers: draft.added.map(({ person, reason, expiresAt }) => ({
      userId: person.id,
      reason,
      expiresAt,
    })),
    removeMembers: draft.removed,
  };
}
