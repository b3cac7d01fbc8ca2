import { createHash, randomBytes } from 'node:crypto';
import type { TestDatabase } from '../test-database.ts';
import { insertRow, nextNumber } from './insert.ts';

export interface TestToken {
  id: string;
  /** The raw secret; presented as `sp_<id>_<secret>`. */
  secret: string;
}

export interface TokenInput {
  scopes?: readonly { permission: string; reach: 'ALL' | 'ASSIGNED' | null }[];
  /** Days from now; negative for one that has ended. */
  days?: number;
  revokedAt?: Date;
}

const DAY_MS = 86_400_000;

/** A token of a member of staff for the tools door, at the database's time. */
export async function makeToken(
  db: TestDatabase,
  account: { id: string },
  input: TokenInput = {},
): Promise<TestToken> {
  const secret = randomBytes(32).toString('base64url');
  const { rows } = await db.owner.query<{ now: Date }>('SELECT app.now() AS now');
  const now = rows[0]?.now.getTime() ?? Date.now();
  const { id } = await insertRow<{ id: string }>(
    db,
    'api_token',
    {
      account_id: account.id,
      name: `Token ${nextNumber()}`,
      secret_hash: createHash('sha256').update(secret).digest(),
      scopes: JSON.stringify(input.scopes ?? [{ permission: 'manage-projects', reach: 'ALL' }]),
      created_via: 'CLI',
      expires_at: new Date(now + (input.days ?? 90) * DAY_MS),
      revoked_at: input.revokedAt,
    },
    'id',
  );
  return { id, secret };
}
