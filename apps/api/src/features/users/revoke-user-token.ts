import { Done, ErrorCode } from '@sallyport/contracts/common';
import { Permission, RevokeTokenInput } from '@sallyport/contracts/staff';
import { revokeToken } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';

/** Ends a token of somebody whom the caller dominates: another person's credential, so always confirmed (A2, S8). */
export const revokeUserToken = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.revokeToken' })
  .input(RevokeTokenInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { tokenId } }) => {
    call.authorize({ action: 'user.revokeToken', target: grant.facts });
    if (!(await revokeToken(tx, grant.id, tokenId))) throw new AppError(ErrorCode.NotFound);
    await writeAudit(call, {
      action: 'token.revoked',
      objectType: 'token',
      objectId: tokenId,
      after: { accountId: grant.id },
    });
    return DONE;
  });
