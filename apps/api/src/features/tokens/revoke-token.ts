import { Done, ErrorCode } from '@sallyport/contracts/common';
import { RevokeTokenInput } from '@sallyport/contracts/staff';
import { revokeToken as endToken } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { staffCaller } from '../signed-in.ts';
import { DONE } from '../wire.ts';

/** Ends one of one's own tokens, for good. Nobody is asked who he is for that: it only takes away. */
export const revokeToken = procedure
  .staff({ permission: null, action: 'token.revoke' })
  .input(RevokeTokenInput)
  .output(Done)
  .mutation(async ({ tx, call, input: { tokenId } }) => {
    call.authorize({ action: 'token.revoke' });
    const { id } = staffCaller(call).account;
    if (!(await endToken(tx, id, tokenId))) throw new AppError(ErrorCode.NotFound);
    await writeAudit(call, {
      action: 'token.revoked',
      objectType: 'token',
      objectId: tokenId,
      after: { accountId: id },
    });
    return DONE;
  });
