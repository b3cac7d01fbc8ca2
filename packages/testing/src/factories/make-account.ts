import type { AccountStatus } from '@sallyport/contracts/common';
import { uuidv7 } from 'uuidv7';
import type { TestDatabase } from '../test-database.ts';
import { insertRow, nextNumber } from './insert.ts';
import { internalCompany, makeCompany, type TestCompany } from './make-company.ts';
import { makeMembership } from './make-membership.ts';
import { type TestPassword, testPassword } from './test-password.ts';

export interface TestAccount {
  id: string;
  audience: 'STAFF' | 'CUSTOMER';
  companyId: string;
  displayName: string;
  email: string;
  username: string | null;
  status: AccountStatus;
  isAdmin: boolean;
  authEpoch: number;
  version: number;
  /** The password; null for an invited account, or when none was wanted. */
  password: TestPassword | null;
}

interface AccountInput {
  displayName?: string;
  title?: string;
  email?: string;
  status?: AccountStatus;
  expiresAt?: Date | null;
  suspendedAt?: Date | null;
  createdAt?: Date;
  lastSignInAt?: Date | null;
  invitedById?: string;
  invitationEndsAt?: Date;
  /** Keys, names or ids of groups to be in. */
  groups?: readonly string[];
  /** A computed password, or null for none; default a random one, and none while INVITED. */
  password?: TestPassword | null;
  /** Whether a second factor is enrolled; default true for staff, of whom policy demands one, and false for customers. */
  hasFactor?: boolean;
}

export interface StaffInput extends AccountInput {
  username?: string | null;
  isAdmin?: boolean;
}

export interface CustomerInput extends AccountInput {
  /** Default: a new company. */
  company?: TestCompany;
}

/** A staff account, active unless told otherwise. */
export async function makeStaff(db: TestDatabase, input: StaffInput = {}): Promise<TestAccount> {
  return makeAccount(db, await internalCompany(db), input, {
    username: input.username,
    is_admin: input.isAdmin ?? false,
  });
}

/** A customer's account, active unless told otherwise. */
export async function makeCustomer(db: TestDatabase, input: CustomerInput = {}): Promise<TestAccount> {
  return makeAccount(db, input.company ?? (await makeCompany(db)), input, {});
}

async function makeAccount(
  db: TestDatabase,
  company: TestCompany,
  input: AccountInput,
  more: Readonly<Record<string, unknown>>,
): Promise<TestAccount> {
  const number = nextNumber();
  const status = input.status ?? 'ACTIVE';
  const account = await insertRow<Omit<TestAccount, 'password'>>(
    db,
    'account',
    {
      id: uuidv7(),
      audience: company.kind === 'INTERNAL' ? 'STAFF' : 'CUSTOMER',
      company_id: company.id,
      company_kind: company.kind,
      display_name: input.displayName ?? `Person ${number}`,
      title: input.title,
      email: input.email ?? `person-${number}-${process.pid}@example.test`,
      status,
      expires_at: input.expiresAt,
      suspended_at: input.suspendedAt,
      created_at: input.createdAt,
      last_sign_in_at: input.lastSignInAt,
      invited_by_id: input.invitedById,
      invitation_ends_at: input.invitationEndsAt,
      activated_at: status === 'INVITED' ? null : new Date(),
      ...more,
    },
    `id, audience, company_id AS "companyId", display_name AS "displayName", email, username, status,
     is_admin AS "isAdmin", auth_epoch AS "authEpoch", version`,
  );
  const password =
    input.password === undefined ? (status === 'INVITED' ? null : testPassword()) : input.password;
  if (password) await storePassword(db, account.id, password);
  if (input.hasFactor ?? account.audience === 'STAFF') await storeFactor(db, account.id);
  for (const group of input.groups ?? []) await makeMembership(db, { account, group });
  return { ...account, password };
}

/** A factor that counts and opens nothing: its seed cannot be unsealed. */
async function storeFactor(db: TestDatabase, accountId: string): Promise<void> {
  const values = { account_id: accountId, sealed_seed: Buffer.alloc(60), confirmed_at: new Date() };
  await insertRow(db, 'totp_factor', values, 'id');
}

async function storePassword(db: TestDatabase, accountId: string, password: TestPassword): Promise<void> {
  await insertRow(
    db,
    'credential',
    {
      account_id: accountId,
      salt: Buffer.from(password.salt),
      memory_kib: password.memoryKib,
      iterations: password.iterations,
      parallelism: password.parallelism,
      pepper_version: password.pepperVersion,
      verifier: Buffer.from(password.verifier),
    },
    'account_id',
  );
}
