import { effectivePermissions, staffSet } from '@sallyport/access';
import { newSecret, secretHash } from '@sallyport/auth';
import { CreatedToken, CreateTokenInput } from '@sallyport/contracts/staff';
import { insertToken, tokenDaysAtMost } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { originOf, queueMail } from '../../mail/queue-mail.ts';
import { procedure } from '../../trpc/procedure.ts';
import { staffCaller } from '../signed-in.ts';
import { iso } from '../wire.ts';
import { tokenRow } from './token-view.service.ts';

/** T1: a token for oneself, always after "Confirm it's you" (S8); its secret is shown this once and told by mail. */
export const createToken = procedure
  .staff({ permission: null, action: 'token.create' })
  .input(CreateTokenInput)
  .output(CreatedToken)
  .mutation(async ({ tx, call, input: { name, scopes, days } }) => {
    const { account } = staffCaller(call);
    const set = staffSet.fromGrants(scopes);
    call.authorize({
      action: 'token.create',
      scopes: set,
      days,
      daysAtMost: await tokenDaysAtMost(tx),
      mayUseTokens: account.mayUseTokens,
    });
    const id = crypto.randomUUID();
    const secret = newSecret();
    const kept = staffSet.toGrants(set);
    const row = await insertToken(tx, account.id, {
      id,
      name,
      secretHash: secretHash(secret),
      scopes: kept,
      days,
    });
    await writeAudit(call, {
      action: 'token.created',
      objectType: 'token',
      objectId: id,
      after: {
        accountId: account.id,
        scopes: kept.map(({ permission, reach }) => ({ permission, reach })),
        expiresAt: iso(row.expiresAt),
      },
    });
    await queueMail(call, {
      kind: 'token-created',
      accountId: account.id,
      variables: { tokenName: name, endsAt: iso(row.expiresAt), origin: originOf(call.request) },
    });
    const held = effectivePermissions(account, call.principal.now).now;
    return { token: `sp_${id}_${secret}`, row: tokenRow(row, held) };
  });
