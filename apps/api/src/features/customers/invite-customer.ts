import { Audience, ErrorCode } from '@sallyport/contracts/common';
import { CustomerInvitationLink, InviteCustomerInput, Permission } from '@sallyport/contracts/staff';
import { addMemberships, readGroups, visibleGroups } from '@sallyport/db';
import { createInvitedCustomer, isCustomerEmailTaken } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { grantedSet } from '../groups/granted-set.service.ts';
import { isoOrNull, momentOrNull } from '../wire.ts';
import { customerInvitation } from './customer-invitation.ts';

const TAKEN = 'A customer with this e-mail address exists already.';
const ARCHIVED = 'This company is archived, so nobody new is invited. Bring it back into use first.';

/** A12: a new customer of a company, in groups of customers, and a link to hand over (U5). */
export const inviteCustomer = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'company',
    action: 'customer.invite',
    changesAccess: true,
  })
  .input(InviteCustomerInput)
  .output(CustomerInvitationLink)
  .mutation(async ({ tx, call, grant, input }) => {
    const { displayName, email, title, reason } = input;
    const groupIds = [...new Set(input.groupIds)];
    const groups = await readGroups(tx, groupIds, visibleGroups(call.principal));
    const expiresAt = momentOrNull(input.expiresAt);
    call.authorize({
      action: 'customer.invite',
      company: grant.facts,
      groups: groups.map(({ grants, isAssignable, requiresAccountExpiry }) => ({
        ...grantedSet(grants),
        isAssignable,
        requiresAccountExpiry,
      })),
      expiresAt,
    });
    if (groups.length !== groupIds.length) {
      throw fieldError('groupIds', 'One of these groups does not exist any more. Choose again.');
    }
    if (grant.row.archivedAt !== null) throw new AppError(ErrorCode.Conflict, { userMessage: ARCHIVED });
    if (await isCustomerEmailTaken(tx, email)) {
      const fields = [{ path: 'email', message: TAKEN }];
      throw new AppError(ErrorCode.NameTaken, { userMessage: TAKEN, fields });
    }
    const invitedById = call.principal.account.id;
    const account = { displayName, email, title, expiresAt, invitedById };
    const customerId = await createInvitedCustomer(tx, grant, account);
    await addMemberships(
      tx,
      groupIds.map((groupId) => ({
        groupId,
        accountId: customerId,
        audience: Audience.Customer,
        grantedById: invitedById,
        reason,
        expiresAt: null,
      })),
    );
    const about = { objectType: 'account', objectId: customerId, reason } as const;
    await writeAudit(
      call,
      {
        ...about,
        action: 'invitation.created',
        after: { companyId: grant.id, groupIds, expiresAt: isoOrNull(expiresAt) },
      },
      ...groupIds.map((groupId) => ({
        ...about,
        action: 'membership.added' as const,
        after: { groupId, expiresAt: null },
      })),
    );
    return customerInvitation(call, customerId);
  });

function fieldError(path: string, message: string): AppError {
  return new AppError(ErrorCode.InvalidInput, { fields: [{ path, message }] });
}
