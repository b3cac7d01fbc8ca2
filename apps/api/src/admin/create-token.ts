import { effectivePermissions, staffSet } from '@sallyport/access';
import { newSecret, secretHash } from '@sallyport/auth';
import { Audience } from '@sallyport/contracts/common';
import { PERMISSION_REGISTRY, type StaffGrant } from '@sallyport/contracts/staff';
import { appendAudit, type Database, inTransaction, Prisma, type Tx } from '@sallyport/db';
import { readAccounts, readSecurityPolicy } from '@sallyport/db/identity';
import { AdminError } from './admin-error.ts';

export interface TokenRequest {
  email: string;
  scopes: readonly StaffGrant[];
  /** 1 to 365. */
  days: number;
  name: string;
}

export interface NewToken {
  /** Shown once; kept nowhere. */
  token: string;
  expiresAt: Date;
  displayName: string;
}

/**
 * T1: makes a token for a staff account, within what its owner holds without end, and records it.
 * @throws AdminError with what to do
 */
export function createToken(db: Database, request: TokenRequest): Promise<NewToken> {
  const requestId = `admin-${crypto.randomUUID()}`;
  return inTransaction(db, { session: null, requestId }, async (tx) => {
    await demandShortEnough(tx, request);
    const owner = await ownerOf(tx, request);
    const id = crypto.randomUUID();
    const secret = newSecret();
    const [row] = await tx.$queryRaw<{ expiresAt: Date }[]>(Prisma.sql`
      insert into api_token (id, account_id, name, secret_hash, scopes, created_via, created_at, expires_at)
      values (${id}::uuid, ${owner.id}::uuid, ${request.name}, ${secretHash(secret)}::bytea,
        ${JSON.stringify(request.scopes)}::jsonb, 'CLI', app.now(), app.now() + make_interval(days => ${request.days}::int))
      returning expires_at as "expiresAt"`);
    if (!row) throw new Error('the token was not stored');
    await appendAudit(tx, [
      {
        door: 'CLI',
        action: 'token.created',
        outcome: 'ALLOWED',
        actorId: null,
        sessionId: null,
        objectType: 'token',
        objectId: id,
        address: null,
        requestId,
        reason: null,
        before: null,
        after: {
          accountId: owner.id,
          scopes: request.scopes.map(({ permission, reach }) => ({ permission, reach })),
          expiresAt: row.expiresAt.toISOString(),
        },
      },
    ]);
    return { token: `sp_${id}_${secret}`, expiresAt: row.expiresAt, displayName: owner.displayName };
  });
}

/** A13: how long a token may last is part of the security policy. */
async function demandShortEnough(tx: Tx, { days }: TokenRequest): Promise<void> {
  const { tokenDaysAtMost } = await readSecurityPolicy(tx);
  if (days <= tokenDaysAtMost) return;
  throw new AdminError(`The security policy lets a token last ${tokenDaysAtMost} days at most. Use --days.`);
}

async function ownerOf(
  tx: Tx,
  { email, scopes }: TokenRequest,
): Promise<{ id: string; displayName: string }> {
  const [found] = await tx.$queryRaw<{ id: string; now: Date }[]>(Prisma.sql`
    select id, app.now() as now from account where audience = 'STAFF' and email = ${email.trim().toLowerCase()}`);
  const [owner] = found ? await readAccounts(tx, [found.id], Prisma.sql`a.audience = 'STAFF'`) : [];
  if (!found || owner?.account.audience !== Audience.Staff) {
    throw new AdminError(`No staff account has the e-mail address ${email}. Tokens are for staff alone.`);
  }
  const { account, person } = owner;
  const hasEnded = account.expiresAt !== null && account.expiresAt <= found.now;
  if (account.status !== 'ACTIVE' || account.suspendedAt !== null || hasEnded) {
    throw new AdminError(
      `The account of ${email} cannot sign in now, so its token could do nothing. Reactivate it first.`,
    );
  }
  const asked = staffSet.fromGrants(scopes);
  const { stable } = effectivePermissions(account, found.now);
  if (!staffSet.isSubset(asked, stable)) {
    const missing = staffSet.difference(asked, stable).map(labelOf).join(', ');
    throw new AdminError(
      `${email} does not hold this without an end date: ${missing}. A token carries only what its owner keeps; ask for less, or change the groups first.`,
    );
  }
  return { id: account.id, displayName: person.displayName };
}

function labelOf({ permission, reach }: StaffGrant): string {
  const { label } = PERMISSION_REGISTRY[permission];
  return reach === null ? label : `${label} (${reach === 'ALL' ? 'all projects' : 'assigned projects'})`;
}
