import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { withClient } from './owner-client.ts';

/** S11: how long the link for the first Admin holds. Every start prints a fresh one. */
const HOLDS = '24 hours';

/**
 * While there is no first Admin: ends earlier set-up links, makes a new one and returns its secret, which is kept
 * nowhere. Null once the set-up is complete.
 */
export function openSetupLink(ownerUrl: string): Promise<string | null> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query('SELECT 1 FROM installation WHERE setup_completed_at IS NULL');
    if (rows.length === 0) return null;
    const secret = randomBytes(32).toString('base64url');
    await client.query("DELETE FROM one_time_link WHERE purpose = 'SETUP' AND consumed_at IS NULL");
    await client.query(
      `INSERT INTO one_time_link (id, secret_hash, purpose, expires_at) VALUES ($1, $2, 'SETUP', app.now() + $3::interval)`,
      [uuidv7(), createHash('sha256').update(secret).digest(), HOLDS],
    );
    return secret;
  });
}
