import { effectivePermissions, staffSet } from '@sallyport/access';
import { OwnTokens } from '@sallyport/contracts/staff';
import { listTokens as readTokens, tokenDaysAtMost } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { staffCaller } from '../signed-in.ts';
import { NoInput } from '../wire.ts';
import { tokenRow } from './token-view.service.ts';

/** One's own live tokens, and what a new one may be (T1). */
export const listTokens = procedure
  .staff({ permission: null, action: 'token.list' })
  .input(NoInput)
  .output(OwnTokens)
  .query(async ({ tx, call }) => {
    call.authorize({ action: 'token.list' });
    const { account } = staffCaller(call);
    const { now, stable } = effectivePermissions(account, call.principal.now);
    const rows = await readTokens(tx, account.id);
    return {
      rows: rows.map((row) => tokenRow(row, now)),
      grantable: staffSet.toGrants(stable),
      daysAtMost: await tokenDaysAtMost(tx),
      isAllowed: account.mayUseTokens,
      url: servicesOf(call.request).url,
    };
  });
