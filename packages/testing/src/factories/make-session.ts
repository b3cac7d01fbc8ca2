import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { TestDatabase } from '../test-database.ts';
import { insertRow } from './insert.ts';

export interface TestSession {
  id: string;
  /** The raw secret, as the cookie would hold it. */
  secret: string;
}

export interface SessionInput {
  /** Identity confirmed just now, for ten minutes (S8). */
  isConfirmed?: boolean;
  address?: string;
  userAgent?: string;
}

const MINUTE_MS = 60_000;

/** A session of this account as signing in would have made it, at the database's time. */
export async function makeSession(
  db: TestDatabase,
  account: { id: string; audience: 'STAFF' | 'CUSTOMER' },
  input: SessionInput = {},
): Promise<TestSession> {
  const secret = randomBytes(32).toString('base64url');
  const { rows } = await db.owner.query<{ now: Date; epoch: number }>(
    'SELECT app.now() AS now, auth_epoch AS epoch FROM account WHERE id = $1',
    [account.id],
  );
  const [state] = rows;
  if (!state) throw new Error('There is no such account.');
  const after = (minutes: number) => new Date(state.now.getTime() + minutes * MINUTE_MS);
  const { id } = await insertRow<{ id: string }>(
    db,
    'session',
    {
      id: uuidv7(),
      secret_hash: createHash('sha256').update(secret).digest(),
      account_id: account.id,
      audience: account.audience,
      auth_epoch: state.epoch,
      idle_seconds: account.audience === 'STAFF' ? 3600 : 1800,
      absolute_ends_at: after(12 * 60),
      confirmed_at: input.isConfirmed ? after(0) : null,
      confirmed_until: input.isConfirmed ? after(10) : null,
      address: input.address ?? '192.0.2.1',
      user_agent: input.userAgent ?? 'test',
    },
    'id',
  );
  return { id, secret };
}
