import type { StaffGrant } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** A live token as its owner sees it. */
export interface TokenListRecord {
  id: string;
  name: string;
  scopes: StaffGrant[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  networkCount: number;
}

interface NewToken {
  id: string;
  name: string;
  secretHash: Uint8Array;
  scopes: readonly StaffGrant[];
  days: number;
}

const COLUMNS = Prisma.sql`t.id, t.name, t.scopes, t.created_at as "createdAt", t.expires_at as "expiresAt",
  t.last_used_at as "lastUsedAt", (select count(*)::int from address_rule r where r.token_id = t.id) as "networkCount"`;

const LIVE = Prisma.sql`t.revoked_at is null and t.expires_at > app.now()`;

/** The tokens of an account that are neither revoked nor over, the newest first. */
export function listTokens(tx: Tx, accountId: string): Promise<TokenListRecord[]> {
  return tx.$queryRaw<TokenListRecord[]>(Prisma.sql`
    select ${COLUMNS} from api_token t where t.account_id = ${accountId}::uuid and ${LIVE}
    order by t.created_at desc, t.id desc`);
}

/** The longest that a token may hold, in days. */
export async function tokenDaysAtMost(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ days: number }[]>(
    Prisma.sql`select token_days_at_most as days from security_policy`,
  );
  if (!row) throw new Error('there is no security policy');
  return row.days;
}

/** T1: the secret is kept as its hash alone. */
export async function insertToken(tx: Tx, accountId: string, token: NewToken): Promise<TokenListRecord> {
  const [row] = await tx.$queryRaw<TokenListRecord[]>(Prisma.sql`
    insert into api_token as t (id, account_id, name, secret_hash, scopes, created_via, created_at, expires_at)
    values (${token.id}::uuid, ${accountId}::uuid, ${token.name}, ${token.secretHash}::bytea,
      ${JSON.stringify(token.scopes)}::jsonb, 'PROFILE', app.now(), app.now() + make_interval(days => ${token.days}::int))
    returning ${COLUMNS}`);
  if (!row) throw new Error('the token was not stored');
  return row;
}

/** Ends a token of this account for good. False when it has no such live token. */
export async function revokeToken(tx: Tx, accountId: string, tokenId: string): Promise<boolean> {
  const count = await tx.$executeRaw(Prisma.sql`
    update api_token t set revoked_at = app.now()
    where t.id = ${tokenId}::uuid and t.account_id = ${accountId}::uuid and ${LIVE}`);
  return count === 1;
}
