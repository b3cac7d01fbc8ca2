import type { Audience } from '@sallyport/contracts/common';
import type { GroupGrants } from '@sallyport/contracts/staff';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '../client.ts';
import type { Grant } from '../grant.ts';

export interface NewGroup {
  audience: Audience;
  name: string;
  nameSkeleton: string;
  purpose: string;
  createdById: string;
  grants: GroupGrants;
}

/** Makes a group with its grants; returns its id. */
export async function createGroup(tx: Tx, { grants, ...group }: NewGroup): Promise<string> {
  const id = uuidv7();
  await tx.accessGroup.createMany({ data: [{ id, ...group }] });
  await tx.groupGrant.createMany({ data: grantRows(id, grants) });
  return id;
}

/** Name, purpose and grants at once. False when somebody else changed the group first. */
export async function updateGroup(
  tx: Tx,
  { id }: Grant<'group'>,
  version: number,
  change: { name: string; nameSkeleton: string; purpose: string; grants: GroupGrants | null },
): Promise<boolean> {
  const { grants, ...fields } = change;
  const { count } = await tx.accessGroup.updateMany({
    where: { id, version },
    data: { ...fields, version: { increment: 1 } },
  });
  if (count !== 1) return false;
  if (grants) {
    await tx.groupGrant.deleteMany({ where: { groupId: id } });
    await tx.groupGrant.createMany({ data: grantRows(id, grants) });
  }
  return true;
}

/** Deletes a group that has no members left. False when somebody else changed it first. */
export async function deleteGroup(tx: Tx, { id }: Grant<'group'>, version: number): Promise<boolean> {
  const { count } = await tx.accessGroup.deleteMany({ where: { id, version } });
  return count === 1;
}

export interface NewMembership {
  groupId: string;
  accountId: string;
  audience: Audience;
  grantedById: string;
  reason: string;
  expiresAt: Date | null;
}

/** A7: who granted it, why, until when. A present membership is replaced: extending is a new grant. */
export async function addMemberships(tx: Tx, memberships: readonly NewMembership[]): Promise<void> {
  if (memberships.length === 0) return;
  await tx.membership.deleteMany({
    where: { OR: memberships.map(({ groupId, accountId }) => ({ groupId, accountId })) },
  });
  await tx.membership.createMany({ data: [...memberships] });
}

export async function removeMemberships(
  tx: Tx,
  { id }: Grant<'group'>,
  accountIds: readonly string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  await tx.membership.deleteMany({ where: { groupId: id, accountId: { in: [...accountIds] } } });
}

function grantRows(groupId: string, grants: GroupGrants) {
  return grants.audience === 'STAFF'
    ? grants.staff.map(({ permission, reach }) => ({ groupId, audience: 'STAFF', permission, reach }))
    : grants.customer.map((permission) => ({ groupId, audience: 'CUSTOMER', permission, reach: null }));
}
