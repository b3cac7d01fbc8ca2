import { decide } from '@sallyport/access';
import { Permission, UserTokens } from '@sallyport/contracts/staff';
import { listTokens } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { isOpen } from '../decision-hints.ts';
import { heldNow, tokenRow } from '../tokens/token-view.service.ts';
import { NoInput } from '../wire.ts';

/** The live tokens of somebody whom the caller dominates (A2). */
export const listUserTokens = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.listTokens' })
  .input(NoInput)
  .output(UserTokens)
  .query(async ({ tx, call, grant }) => {
    const target = grant.facts;
    call.authorize({ action: 'user.listTokens', target });
    const held = heldNow(target, call.principal.now);
    return {
      rows: (await listTokens(tx, grant.id)).map((row) => tokenRow(row, held)),
      canRevoke: isOpen(decide(call.principal, { action: 'user.revokeToken', target })),
    };
  });
