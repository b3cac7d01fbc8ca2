import { heldGrants, type StaffAccount } from '@sallyport/access';
import type { HeldPermission, ShownStatus, UserMembership } from '@sallyport/contracts/staff';
import type { UserRecord } from '@sallyport/db/identity';
import type { z } from 'zod';
import { iso, isoOrNull } from '../wire.ts';

/** A7, A17: a status as people meet it: a suspension, or an end that has passed, shows unless it is out of use anyway. */
export function shownStatus(
  { status, expiresAt, suspendedAt }: Pick<UserRecord, 'status' | 'expiresAt' | 'suspendedAt'>,
  now: Date,
): ShownStatus {
  const isInUse = status === 'ACTIVE' || status === 'INVITED';
  if (isInUse && suspendedAt !== null) return 'SUSPENDED';
  return isInUse && expiresAt !== null && expiresAt <= now ? 'EXPIRED' : status;
}

/** The memberships of an account, each with who granted it, when and why. */
export function membershipsView({
  memberships,
}: Pick<UserRecord, 'memberships'>): z.input<typeof UserMembership>[] {
  return memberships.map(({ groupId, groupName, grantedAt, grantedBy, reason, expiresAt }) => ({
    groupId,
    groupName,
    grantedAt: iso(grantedAt),
    grantedBy,
    reason,
    expiresAt: isoOrNull(expiresAt),
  }));
}

/** What an account holds now, and by which groups. */
export function holdsView(account: StaffAccount, now: Date): z.input<typeof HeldPermission>[] {
  return heldGrants(account, now).map(({ grant, paths }) => ({
    grant,
    paths: paths.map((path) => ({ ...path, endsAt: isoOrNull(path.endsAt) })),
  }));
}
