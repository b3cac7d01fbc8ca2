import { ErrorCode } from '@sallyport/contracts/common';
import { CarriedOut, CarryOutInput, Permission } from '@sallyport/contracts/staff';
import { deactivateUser, lockAccounts, lockAdmins } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { callerName, tellAdmins } from '../accounts/tell-admins.service.ts';
import { shownStatus } from '../users/account-view.service.ts';
import { isLastUsableAdmin } from '../users/last-admin.service.ts';
import { planMoves } from './plan-moves.ts';
import { ENDED, HANDED_OVER } from './responsibilities.ts';

/** U3, U4: hands over what somebody answers for, and ends the rest, in one transaction. */
export const carryOutOffboarding = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.offboard', changesAccess: true })
  .input(CarryOutInput)
  .output(CarriedOut)
  .mutation(async ({ tx, call, grant, input }) => {
    if (grant.row.isAdmin) await lockAdmins(tx);
    const successorIds = input.successors.flatMap(({ to }) => (to === null ? [] : [to]));
    await lockAccounts(tx, [...new Set([grant.id, ...successorIds])]);
    call.authorize({
      action: 'user.offboard',
      target: grant.facts,
      isLastUsableAdmin: await isLastUsableAdmin(tx, grant),
    });
    if (input.version !== grant.row.version) throw new AppError(ErrorCode.StaleEdit);

    const { moves, handedOver, leftAsIs } = await planMoves(call, grant, input.successors);
    for (const { noun, handOver } of HANDED_OVER) await handOver(call, grant, moves.get(noun) ?? []);
    const groupsLeft = input.removeFromGroups ? await ENDED.group.end(call, grant) : 0;
    const tokensRevoked = await ENDED.token.end(call, grant);
    const linksEnded = await ENDED.invitation.end(call, grant);

    const { status, displayName: personName } = grant.row;
    const isDeactivated = input.afterwards === 'deactivate' && status !== 'INACTIVE';
    const { reason } = input;
    const about = { objectType: 'account', objectId: grant.id, reason } as const;
    await writeAudit(call, {
      ...about,
      action: 'account.offboarded',
      after: {
        handedOver: handedOver.length,
        leftAsIs,
        groupsLeft,
        tokensRevoked,
        linksEnded,
        isDeactivated,
      },
    });
    if (isDeactivated) {
      await deactivateUser(tx, grant);
      await writeAudit(call, {
        ...about,
        action: 'account.deactivated',
        before: { status },
        after: { status: 'INACTIVE' },
      });
      const variables = { personName, byName: callerName(call) };
      await tellAdmins(call, { kind: 'account-deactivated', variables });
    }
    return {
      handedOver,
      leftAsIs,
      groupsLeft,
      tokensRevoked,
      linksEnded,
      status: isDeactivated ? 'INACTIVE' : shownStatus(grant.row, call.principal.now),
    };
  });
