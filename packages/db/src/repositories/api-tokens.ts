import type { StaffAccount } from '@sallyport/access';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { readAccounts } from './account-facts.ts';

/** A live token and who owns it (T1). `scopes` as they were stored. */
export interface TokenRecord {
  id: string;
  accountId: string;
  scopes: unknown;
  now: Date;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  displayName: string;
  title: string;
  email: string;
  username: string | null;
  version: number;
  accountCreatedAt: Date;
  lastSignInAt: Date | null;
  companyId: string;
  companyName: string;
  /** A8: the owner may save reports and files. */
  mayDownload: boolean;
  /** S9: the request comes from a network that the token's list and every one of its owner's lets pass. */
  isAddressAllowed: boolean;
}

/**
 * The token with this id and the hash of this secret, while it is neither revoked nor expired and its owner may use
 * tokens (A8).
 */
export async function readLiveToken(tx: Tx, id: string, secretHash: Uint8Array): Promise<TokenRecord | null> {
  const [row] = await tx.$queryRaw<TokenRecord[]>(Prisma.sql`
    select t.id, t.account_id as "accountId", t.scopes, app.now() as now, t.created_at as "createdAt",
      t.expires_at as "expiresAt", t.last_used_at as "lastUsedAt", a.display_name as "displayName", a.title, a.email,
      a.username, a.version, a.created_at as "accountCreatedAt", a.last_sign_in_at as "lastSignInAt",
      a.company_id as "companyId", c.name as "companyName", a.may_download as "mayDownload",
      app.is_token_address_allowed(t.id) as "isAddressAllowed"
    from api_token t join account a on a.id = t.account_id join company c on c.id = a.company_id
    where t.id = ${id}::uuid and t.secret_hash = ${secretHash}::bytea and t.revoked_at is null
      and t.expires_at > app.now() and a.may_use_tokens`);
  return row ?? null;
}

/** The owner behind a token, with memberships; null when there is none on staff. */
export async function readTokenOwner(tx: Tx, accountId: string): Promise<StaffAccount | null> {
  const [owner] = await readAccounts(tx, [accountId], Prisma.sql`a.audience = 'STAFF'`);
  return owner?.account.audience === 'STAFF' ? owner.account : null;
}

/** Notes the use of a token, at most once a minute. */
export async function touchToken(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    update api_token set last_used_at = app.now() where id = ${id}::uuid
      and coalesce(last_used_at <= app.now() - interval '1 minute', true)`);
}
