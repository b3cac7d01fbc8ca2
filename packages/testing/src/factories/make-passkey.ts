import { randomBytes } from 'node:crypto';
import type { TestDatabase } from '../test-database.ts';
import { insertRow, nextNumber } from './insert.ts';

/** A passkey that counts as a factor; nobody holds the key to it. */
export async function makePasskey(
  db: TestDatabase,
  account: { id: string; audience: 'STAFF' | 'CUSTOMER' },
): Promise<{ id: string }> {
  return insertRow<{ id: string }>(
    db,
    'passkey',
    {
      account_id: account.id,
      audience: account.audience,
      credential_id: randomBytes(32),
      public_key: randomBytes(77),
      name: `Passkey ${nextNumber()}`,
    },
    'id',
  );
}
