import { type AccessRequest, type Account, decide, effectivePermissions, staffSet } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import type { GroupAbilities } from '@sallyport/contracts/staff';
import type { Grant } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { isOpen, limitOf } from '../decision-hints.ts';
import { beforeAndAfter, grantedSet } from './granted-set.service.ts';

/** What the caller may do to a group: the answers of decide() itself to the smallest such changes. */
export function groupAbilities(
  { principal }: Call,
  { id, row }: Grant<'group'>,
): z.input<typeof GroupAbilities> {
  const isBuiltIn = row.key !== null;
  const unchanged = {
    action: 'group.update',
    ...beforeAndAfter(row.grants, row.grants),
    groupId: id,
    isAssignable: row.isAssignable,
    isBuiltIn,
    requiresAccountExpiry: row.requiresAccountExpiry,
    changesDetails: false,
    adds: [],
    removes: [],
  } satisfies AccessRequest<'group.update'>;
  const regranted = decide(principal, { ...unchanged, changesDetails: true, ...withOtherGrants(row.grants) });
  const remembered = decide(principal, { ...unchanged, adds: [somebody(row.audience)] });
  const deleted = decide(principal, {
    action: 'group.delete',
    ...grantedSet(row.grants),
    groupId: id,
    isBuiltIn,
  });
  const { account, now } = principal;
  return {
    canEditGrants: isOpen(regranted),
    canEditMembers: isOpen(remembered),
    canDelete: isOpen(deleted),
    needsConfirmation: [regranted, remembered].some((d) => !d.allowed && d.reason.gate === 'G8'),
    mayGive:
      account.audience === Audience.Staff ? staffSet.toGrants(effectivePermissions(account, now).stable) : [],
    limit: limitOf(regranted) ?? limitOf(remembered),
  };
}

/** Grants that differ from the group's own: without its last one, or with one where it has none. */
function withOtherGrants(grants: Grant<'group'>['row']['grants']) {
  if (grants.audience === Audience.Staff) {
    const staff = grants.staff.length > 0 ? grants.staff.slice(0, -1) : [];
    return beforeAndAfter(grants, { audience: Audience.Staff, staff });
  }
  const customer = grants.customer.slice(0, -1);
  return beforeAndAfter(grants, { audience: Audience.Customer, customer });
}

/** Nobody in particular, whom any group of the audience could take. */
function somebody(audience: Audience): Account {
  const facts = {
    id: '00000000-0000-0000-0000-000000000000',
    status: 'ACTIVE',
    suspendedAt: null,
    expiresAt: new Date(8.64e15),
    isCompanyActive: true,
    memberships: [],
  } as const;
  return audience === Audience.Staff
    ? { ...facts, audience: Audience.Staff, isAdmin: false }
    : { ...facts, audience: Audience.Customer, companyId: facts.id };
}
