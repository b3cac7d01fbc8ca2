import { randomBytes } from 'node:crypto';
import type { TestAccount, TestDatabase } from '@sallyport/testing';
import { uuidv7 } from 'uuidv7';
import type { Database, Tx } from '../client.ts';
import { type Attempt, beginSignIn, finishSignIn } from '../functions/sign-in.ts';
import { inTransaction } from '../transaction.ts';

const ADDRESS = '198.51.100.7';

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function wrongTag(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(randomBytes(32));
}

/** Runs as the door of this account, with this session's secret. */
export function asDoor<Result>(
  db: TestDatabase,
  audience: 'STAFF' | 'CUSTOMER',
  session: string | null,
  fn: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const door: Database = audience === 'STAFF' ? db.staff : db.portal;
  return inTransaction(door, { session, requestId: 'test' }, fn);
}

export function begin(
  db: TestDatabase,
  audience: 'STAFF' | 'CUSTOMER',
  identifier: string,
  address = ADDRESS,
): Promise<Attempt> {
  return asDoor(db, audience, null, (tx) => beginSignIn(tx, audience, { identifier, address }));
}

/** Presents a tag; returns the account and the secret that would open the session. */
export async function finish(
  db: TestDatabase,
  audience: 'STAFF' | 'CUSTOMER',
  attemptId: string,
  tag: Uint8Array<ArrayBuffer>,
): Promise<{ accountId: string | null; secret: string; sessionId: string }> {
  const secret = newSecret();
  const sessionId = uuidv7();
  const more = { deviceSecret: null, userAgent: 'test', requestId: 'test' };
  const input = { attemptId, tag, sessionId, secret, ...more };
  const done = await asDoor(db, audience, null, (tx) => finishSignIn(tx, audience, input));
  return { accountId: done?.accountId ?? null, secret, sessionId };
}

/** A whole sign-in, with the right password unless told otherwise. */
export async function signIn(
  db: TestDatabase,
  account: TestAccount,
  input: { identifier?: string; tag?: Uint8Array<ArrayBuffer>; address?: string } = {},
) {
  const attempt = await begin(db, account.audience, input.identifier ?? account.email, input.address);
  const tag = input.tag ?? account.password?.tag ?? wrongTag();
  return { attempt, ...(await finish(db, account.audience, attempt.attemptId, tag)) };
}

/** Lines of the log about this object or actor, oldest first. */
export async function auditOf(db: TestDatabase, accountId: string) {
  const { rows } = await db.owner.query<{
    door: string;
    action: string;
    outcome: string;
    actor: string | null;
    session: string | null;
  }>(
    `SELECT door, action, outcome, actor_id AS actor, session_id AS session FROM audit_entry
     WHERE object_id = $1 OR actor_id::text = $1 ORDER BY seq`,
    [accountId],
  );
  return rows;
}
