import type { CustomerAccount, Membership, StaffAccount } from '@sallyport/access';
import type { Audience } from '@sallyport/contracts/common';
import type { PortalPermission } from '@sallyport/contracts/portal';
import type { StaffGrant } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { schemaOf } from './schema-of.ts';

export type SessionEndReason =
  | 'SIGNED_OUT'
  | 'REPLACED'
  | 'LIMIT'
  | 'PASSWORD_CHANGED'
  | 'FACTOR_CHANGED'
  | 'EMAIL_CHANGED'
  | 'PASSWORD_RESET'
  | 'ENDED_BY_OTHER'
  | 'ENDED_BY_OWNER'
  | 'SUSPENDED'
  | 'ACCOUNT_CHANGED';

/** How a session came to be. */
export type SessionMethod =
  | 'PASSWORD'
  | 'PASSWORD_TOTP'
  | 'PASSWORD_PASSKEY'
  | 'PASSWORD_RECOVERY'
  | 'PASSKEY'
  | 'INVITATION'
  | 'SETUP';

interface AccountDetails {
  displayName: string;
  title: string;
  email: string;
  version: number;
  createdAt: Date;
  lastSignInAt: Date | null;
  photoFileId: string | null;
  language: string;
  theme: 'system' | 'light' | 'dark';
  mayUseTokens: boolean;
  mayDownload: boolean;
  mayComment: boolean;
}

/** Everything about the one who asks: the session, the account as packages/access wants it, company and firm. */
export interface SessionRecord<Account> {
  session: {
    id: string;
    audience: Audience;
    /** The database's clock, by which expiry and confirmation are judged. */
    now: Date;
    createdAt: Date;
    lastUsedAt: Date;
    idleEndsAt: Date;
    absoluteEndsAt: Date;
    confirmedAt: Date | null;
    confirmedUntil: Date | null;
    address: string | null;
    /** Seconds without anything a person did after which it ends. */
    idleSeconds: number;
    method: SessionMethod;
    /** S9: the request comes from a network that every level lets pass. */
    isAddressAllowed: boolean;
    mustChangePassword: boolean;
    hasFactor: boolean;
    isFactorRequired: boolean;
  };
  account: Account;
  company: { id: string; name: string };
  firmName: string;
}

export type StaffSession = SessionRecord<
  StaffAccount & AccountDetails & { companyId: string; username: string | null }
>;
export type CustomerSession = SessionRecord<CustomerAccount & AccountDetails>;

/** The staff session behind a secret, in one statement; null when it is not live (G0, G1). */
export async function readStaffSession(tx: Tx, secret: string): Promise<StaffSession | null> {
  const rows = await tx.$queryRaw<{ record: StoredRecord | null }[]>`
    SELECT app.read_session(${secret}) AS record`;
  const record = rows[0]?.record;
  if (!record) return null;
  const { session, account, company, firmName } = record;
  return {
    session: sessionOf(session),
    account: {
      ...detailsOf(account),
      audience: 'STAFF',
      companyId: account.companyId,
      username: account.username,
      isAdmin: account.isAdmin,
      memberships: account.memberships.map((membership) => membershipOf(membership, staffGrantOf)),
    },
    company,
    firmName,
  };
}

/** The portal session of this transaction (its `session` secret), in one statement; null when it is not live. */
export async function readCustomerSession(tx: Tx): Promise<CustomerSession | null> {
  const rows = await tx.$queryRaw<{ record: StoredRecord | null }[]>`
    SELECT portal.read_session() AS record`;
  const record = rows[0]?.record;
  if (!record) return null;
  const { session, account, company, firmName } = record;
  return {
    session: sessionOf(session),
    account: {
      ...detailsOf(account),
      audience: 'CUSTOMER',
      companyId: account.companyId,
      memberships: account.memberships.map((membership) => membershipOf(membership, portalPermissionOf)),
    },
    company,
    firmName,
  };
}

/** S6, S8: a person did something. Writes at most once a minute; true when it wrote. */
export async function touchSession(tx: Tx, audience: Audience): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isTouched: boolean }[]>`
    SELECT ${schemaOf(audience)}.touch_session() AS "isTouched"`;
  return rows[0]?.isTouched === true;
}

/** Ends the transaction's session. False when there was none. */
export async function endSession(
  tx: Tx,
  audience: Audience,
  input: { reason: SessionEndReason; requestId: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ isEnded: boolean }[]>`
    SELECT ${schemaOf(audience)}.end_session(${input.reason}, ${input.requestId}) AS "isEnded"`;
  return rows[0]?.isEnded === true;
}

/** Name of the firm, which the portal's visitors see before they sign in. */
export async function portalFirmName(tx: Tx): Promise<string> {
  const rows = await tx.$queryRaw<{ name: string | null }[]>`SELECT portal.firm_name() AS name`;
  return rows[0]?.name ?? '';
}

/** What core.read_session writes; times as text. */
interface StoredRecord {
  session: Texts<SessionRecord<never>['session']>;
  account: StoredAccount;
  company: { id: string; name: string };
  firmName: string;
}

type Texts<T> = {
  [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K];
};

interface StoredAccount extends Texts<AccountDetails> {
  id: string;
  companyId: string;
  username: string | null;
  status: StaffAccount['status'];
  isAdmin: boolean;
  expiresAt: string | null;
  suspendedAt: string | null;
  isCompanyActive: boolean;
  memberships: StoredMembership[];
}

interface StoredGrant {
  permission: string;
  reach: string | null;
}

interface StoredMembership {
  groupId: string;
  groupName: string;
  expiresAt: string | null;
  groupExpiresAt: string | null;
  grants: StoredGrant[];
}

function sessionOf(stored: StoredRecord['session']): SessionRecord<never>['session'] {
  return {
    id: stored.id,
    audience: stored.audience,
    now: new Date(stored.now),
    createdAt: new Date(stored.createdAt),
    lastUsedAt: new Date(stored.lastUsedAt),
    idleEndsAt: new Date(stored.idleEndsAt),
    absoluteEndsAt: new Date(stored.absoluteEndsAt),
    confirmedAt: dateOf(stored.confirmedAt),
    confirmedUntil: dateOf(stored.confirmedUntil),
    address: stored.address,
    idleSeconds: stored.idleSeconds,
    method: stored.method,
    isAddressAllowed: stored.isAddressAllowed,
    mustChangePassword: stored.mustChangePassword,
    hasFactor: stored.hasFactor,
    isFactorRequired: stored.isFactorRequired,
  };
}

function detailsOf(stored: StoredAccount) {
  return {
    id: stored.id,
    displayName: stored.displayName,
    title: stored.title,
    email: stored.email,
    version: stored.version,
    createdAt: new Date(stored.createdAt),
    lastSignInAt: dateOf(stored.lastSignInAt),
    status: stored.status,
    suspendedAt: dateOf(stored.suspendedAt),
    expiresAt: dateOf(stored.expiresAt),
    isCompanyActive: stored.isCompanyActive,
    photoFileId: stored.photoFileId,
    language: stored.language,
    theme: stored.theme,
    mayUseTokens: stored.mayUseTokens,
    mayDownload: stored.mayDownload,
    mayComment: stored.mayComment,
  };
}

function membershipOf<Grant>(
  stored: StoredMembership,
  grantOf: (grant: StoredGrant) => Grant,
): Membership<Grant> {
  return {
    groupId: stored.groupId,
    groupName: stored.groupName,
    grants: stored.grants.map(grantOf),
    expiresAt: dateOf(stored.expiresAt),
    groupExpiresAt: dateOf(stored.groupExpiresAt),
  };
}

// CHECKs on group_grant let nothing else be stored, so the closed types hold.
function staffGrantOf(grant: StoredGrant): StaffGrant {
  return grant as StaffGrant;
}

function portalPermissionOf(grant: StoredGrant): PortalPermission {
  return grant.permission as PortalPermission;
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
