import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { TestDatabase } from '../test-database.ts';
import { insertRow } from './insert.ts';

export interface TestLink {
  id: string;
  secret: string;
}

const DAY_MS = 86_400_000;

/** An open invitation link for an account that is INVITED. */
export function makeInvitation(
  db: TestDatabase,
  account: { id: string },
  input: { expiresAt?: Date; createdById?: string } = {},
): Promise<TestLink> {
  return makeLink(
    db,
    { purpose: 'INVITATION', account_id: account.id, created_by_id: input.createdById },
    input.expiresAt,
  );
}

/** The link that opens the first set-up (S11). */
export function makeSetupLink(db: TestDatabase, input: { expiresAt?: Date } = {}): Promise<TestLink> {
  return makeLink(db, { purpose: 'SETUP' }, input.expiresAt);
}

/** An open link that lets the account choose a new password (S10). */
export function makeResetLink(db: TestDatabase, account: { id: string }): Promise<TestLink> {
  return makeLink(db, { purpose: 'RESET', account_id: account.id }, undefined);
}

/** An open link that confirms a new address (U6). */
export function makeEmailChangeLink(
  db: TestDatabase,
  account: { id: string },
  email: string,
): Promise<TestLink> {
  return makeLink(db, { purpose: 'EMAIL_CHANGE', account_id: account.id, email }, undefined);
}

/** An open link behind "This was not me". */
export function makeNotMeLink(db: TestDatabase, account: { id: string }): Promise<TestLink> {
  return makeLink(db, { purpose: 'NOT_ME', account_id: account.id }, undefined);
}

async function makeLink(
  db: TestDatabase,
  values: Readonly<Record<string, unknown>>,
  expiresAt: Date | undefined,
): Promise<TestLink> {
  const secret = randomBytes(32).toString('base64url');
  const { rows } = await db.owner.query<{ now: Date }>('SELECT app.now() AS now');
  const { id } = await insertRow<{ id: string }>(
    db,
    'one_time_link',
    {
      id: uuidv7(),
      secret_hash: createHash('sha256').update(secret).digest(),
      expires_at: expiresAt ?? new Date((rows[0]?.now.getTime() ?? Date.now()) + DAY_MS),
      ...values,
    },
    'id',
  );
  return { id, secret };
}
