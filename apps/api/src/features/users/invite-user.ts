import { Audience, ErrorCode } from '@sallyport/contracts/common';
import { InvitationLink, InviteUserInput, Permission } from '@sallyport/contracts/staff';
import { addMemberships, readGroups, visibleGroups } from '@sallyport/db';
import { createInvitedUser } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { grantedSet } from '../groups/granted-set.service.ts';
import { isoOrNull, momentOrNull } from '../wire.ts';
import { issueInvitationLink } from './invitation-link.service.ts';

/** Onboards staff: the account, its groups (A1) and a link to hand over (U5). */
export const inviteUser = procedure
  .staff({ permission: Permission.ManageUsers, action: 'user.invite', changesAccess: true })
  .input(InviteUserInput)
  .output(InvitationLink)
  .mutation(async ({ tx, call, input }) => {
    const { reason } = input;
    const groupIds = [...new Set(input.groupIds)];
    const groups = await readGroups(tx, groupIds, visibleGroups(call.principal));
    const expiresAt = momentOrNull(input.expiresAt);
    call.authorize({
      action: 'user.invite',
      groups: groups.map(({ grants, isAssignable, requiresAccountExpiry }) => ({
        ...grantedSet(grants),
        isAssignable,
        requiresAccountExpiry,
      })),
      expiresAt,
    });
    if (groups.length !== groupIds.length) {
      const fields = [
        { path: 'groupIds', message: 'One of these groups does not exist any more. Choose again.' },
      ];
      throw new AppError(ErrorCode.InvalidInput, { fields });
    }

    const invitedById = call.principal.account.id;
    const { displayName, email, title } = input;
    const username = input.username ?? null;
    const userId = await createInvitedUser(tx, {
      displayName,
      email,
      username,
      title,
      expiresAt,
      invitedById,
    });
    await addMemberships(
      tx,
      groups.map(({ id }) => ({
        groupId: id,
        accountId: userId,
        audience: Audience.Staff,
        grantedById: invitedById,
        reason,
        expiresAt: null,
      })),
    );
    await writeAudit(
      call,
      {
        action: 'invitation.created',
        objectType: 'account',
        objectId: userId,
        reason,
        after: { groupIds, expiresAt: isoOrNull(expiresAt) },
      },
      ...groups.map(({ id }) => ({
        action: 'membership.added' as const,
        objectType: 'account' as const,
        objectId: userId,
        reason,
        after: { groupId: id, expiresAt: null },
      })),
    );
    return issueInvitationLink(call, userId);
  });
