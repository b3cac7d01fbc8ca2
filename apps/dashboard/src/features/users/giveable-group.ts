import { type GroupRow, PERMISSION_REGISTRY, type StaffGrant } from '@sallyport/contracts/staff';
import { grantWords, missingGrants } from '../../components/grant-words.ts';

export interface GiveableGroup {
  group: GroupRow;
  grants: readonly StaffGrant[];
  /** What the inviter would have to hold, in words; empty when they may give it. */
  missing: string;
  managesPeople: boolean;
}

/** Staff groups with whether the inviter may give them, and why not. A hint: the server decides again. */
export function giveableGroups(groups: readonly GroupRow[], mayGive: readonly StaffGrant[]): GiveableGroup[] {
  return groups.flatMap((group) => {
    if (group.grants.audience !== 'STAFF') return [];
    const grants = group.grants.staff;
    return {
      group,
      grants,
      missing: group.isAssignable ? '' : missingGrants(grants, mayGive).map(grantWords).join(', '),
      managesPeople: grants.some(({ permission }) => PERMISSION_REGISTRY[permission].managesPeople),
    };
  });
}
