import { type Account, effectivePermissions, type PermissionSet, staffSet } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import {
  PERMISSION_REGISTRY,
  PERMISSIONS,
  Reach,
  type StaffGrant,
  type TokenRow,
} from '@sallyport/contracts/staff';
import type { TokenListRecord } from '@sallyport/db/identity';
import type { z } from 'zod';
import { iso, isoOrNull } from '../wire.ts';

/** A token with what it gives at this moment: its scopes ∩ what its owner holds (T1). */
export function tokenRow(
  { createdAt, expiresAt, lastUsedAt, ...row }: TokenListRecord,
  held: PermissionSet,
): z.input<typeof TokenRow> {
  return {
    ...row,
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
    lastUsedAt: isoOrNull(lastUsedAt),
    givesNow: common(staffSet.fromGrants(row.scopes), held),
  };
}

/** What an account holds now; of an account that is not of staff nothing. */
export function heldNow(account: Account, now: Date): PermissionSet {
  return account.audience === Audience.Staff ? effectivePermissions(account, now).now : staffSet.nothing;
}

/** What two sets have in common, permission by permission, as far as both reach. */
function common(one: PermissionSet, other: PermissionSet): StaffGrant[] {
  return PERMISSIONS.filter(
    (permission) => staffSet.has(one, permission) && staffSet.has(other, permission),
  ).map((permission) => {
    if (!PERMISSION_REGISTRY[permission].hasReach) return { permission, reach: null };
    const isAll = staffSet.has(one, permission, Reach.All) && staffSet.has(other, permission, Reach.All);
    return { permission, reach: isAll ? Reach.All : Reach.Assigned };
  });
}
