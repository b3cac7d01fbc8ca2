import { type Account, effectivePermissions, type Membership, staffSet } from '@sallyport/access';
import { secretHash } from '@sallyport/auth';
import { Audience, ErrorCode } from '@sallyport/contracts/common';
import { PERMISSION_REGISTRY, PERMISSIONS, Reach, StaffGrant } from '@sallyport/contracts/staff';
import type { Tx } from '@sallyport/db';
import {
  readLiveToken,
  readTokenOwner,
  type StaffSession,
  type TokenRecord,
  touchToken,
} from '@sallyport/db/identity';
import { z } from 'zod';
import type { SessionReader } from '../trpc/context.ts';
import { AppError } from '../trpc/errors.ts';
import type { CountTokenFailure } from '../trpc/token-failures.ts';
import { SignedInStaff } from './signed-in.ts';

/** `sp_<id>_<secret>`: the row's id, and 256 bits in base64url (T1). */
const TOKEN = /^sp_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

const Scopes = z.array(StaffGrant);

/**
 * Finds the caller behind a bearer token (T1): the owner as he is now, without the Admin flag, and with no more than
 * the token's scopes. Whatever is wrong with a token is one answer; failures are counted by address.
 */
export function createTokenReader(countFailure: CountTokenFailure): SessionReader {
  return {
    async authenticate(tx, token, request) {
      const found = await readToken(tx, token);
      if (found) return new SignedInStaff(found);
      // A good token passes whatever its neighbours did.
      if (!(await countFailure(request))) throw new AppError(ErrorCode.Throttled);
      return null;
    },
    async touch(tx, token) {
      const id = idOf(token);
      if (id !== null) await touchToken(tx, id);
    },
  };
}

async function readToken(tx: Tx, token: string): Promise<StaffSession | null> {
  const id = idOf(token);
  const secret = TOKEN.exec(token)?.[2];
  if (id === null || secret === undefined) return null;
  const row = await readLiveToken(tx, id, secretHash(secret));
  const account = row && (await readTokenOwner(tx, row.accountId));
  if (!row || !account) return null;
  return {
    session: {
      id: row.id,
      audience: Audience.Staff,
      now: row.now,
      createdAt: row.createdAt,
      lastUsedAt: row.lastUsedAt ?? new Date(0),
      idleEndsAt: row.expiresAt,
      absoluteEndsAt: row.expiresAt,
      confirmedAt: null,
      confirmedUntil: null,
      address: null,
      idleSeconds: 0,
      method: 'PASSWORD',
      isAddressAllowed: row.isAddressAllowed,
      mustChangePassword: false,
      hasFactor: true,
      isFactorRequired: false,
    },
    account: {
      ...account,
      isAdmin: false,
      memberships: [withinScopes(account, Scopes.parse(row.scopes), row)],
      displayName: row.displayName,
      title: row.title,
      email: row.email,
      username: row.username,
      version: row.version,
      createdAt: row.accountCreatedAt,
      lastSignInAt: row.lastSignInAt,
      companyId: row.companyId,
      photoFileId: null,
      language: 'en',
      theme: 'system',
      mayUseTokens: true,
      mayDownload: row.mayDownload,
      mayComment: true,
    },
    company: { id: row.companyId, name: row.companyName },
    firmName: row.companyName,
  };
}

/** T1: scopes ∩ what the owner holds now, as the one membership of the caller. */
function withinScopes(account: Account, scopes: readonly StaffGrant[], { id, now }: TokenRecord): Membership {
  const asked = staffSet.fromGrants(scopes);
  const held =
    account.audience === Audience.Staff ? effectivePermissions(account, now).now : staffSet.nothing;
  const both = PERMISSIONS.filter(
    (permission) => staffSet.has(asked, permission) && staffSet.has(held, permission),
  );
  const grants = both.map((permission) => {
    if (!PERMISSION_REGISTRY[permission].hasReach) return { permission, reach: null };
    const isAll = staffSet.has(asked, permission, Reach.All) && staffSet.has(held, permission, Reach.All);
    return { permission, reach: isAll ? Reach.All : Reach.Assigned };
  });
  return { groupId: id, groupName: 'Token', grants, expiresAt: null, groupExpiresAt: null };
}

function idOf(token: string): string | null {
  return TOKEN.exec(token)?.[1] ?? null;
}
