import { effectivePermissions, portalSet } from '@sallyport/access';
import { CustomerDetail, Permission } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { membershipsView, shownStatus } from '../users/account-view.service.ts';
import { iso, isoOrNull, NoInput } from '../wire.ts';

/** Everything that the page about a customer shows. */
export const getCustomer = procedure
  .staff({ permission: Permission.ManageCustomers, on: 'customer', action: 'customer.read' })
  .input(NoInput)
  .output(CustomerDetail)
  .query(async ({ call, grant: { row, facts }, call: { principal } }) => {
    call.authorize({ action: 'customer.read', target: facts });
    const { id, displayName, title, photo, companyId, companyName, email, version, invitedBy } = row;
    return {
      id,
      displayName,
      title,
      photo,
      companyId,
      companyName,
      email,
      status: shownStatus(row, principal.now),
      lastSignInAt: isoOrNull(row.lastSignInAt),
      expiresAt: isoOrNull(row.expiresAt),
      createdAt: iso(row.createdAt),
      version,
      invitedBy,
      invitationEndsAt: isoOrNull(row.invitationEndsAt),
      memberships: membershipsView(row),
      permissions: portalSet.toGrants(effectivePermissions(facts, principal.now).now),
    };
  });
