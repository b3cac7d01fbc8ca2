import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDatabase } from '@sallyport/db';

/** What the browser of somebody who is signed in holds. */
export interface SignedIn {
  name: string;
  value: string;
}

/** The customer's name, which the portal's home page shows. */
export const CUSTOMER_NAME = 'Cleo Client';

const CUSTOMER_WITH_SESSION = `
  WITH client AS (
    INSERT INTO company (id, kind, name) VALUES (uuidv7(), 'EXTERNAL', 'Bench Client') RETURNING id, kind
  ), person AS (
    INSERT INTO account (id, audience, company_id, company_kind, display_name, email, status, activated_at)
    SELECT uuidv7(), 'CUSTOMER', id, kind, '${CUSTOMER_NAME}', 'cleo@client.example', 'ACTIVE', app.now() FROM client
    RETURNING id, audience, auth_epoch
  ), member AS (
    INSERT INTO membership (group_id, account_id, audience, reason)
    SELECT g.id, p.id, p.audience, 'For a benchmark' FROM person AS p, access_group AS g
    WHERE g.key = 'customer-administrator'
  )
  INSERT INTO session (id, secret_hash, account_id, audience, auth_epoch, idle_seconds, absolute_ends_at, address, user_agent)
  SELECT uuidv7(), $1, id, audience, auth_epoch, 1800, app.now() + interval '12 hours', '192.0.2.1', 'bench' FROM person`;

/** A customer with every portal permission, written into the running server's database by its owner, and signed in. */
export async function openPortalSession(dataFolder: string): Promise<SignedIn> {
  const secret = randomBytes(32).toString('base64url');
  await using database = createDatabase({ url: await ownerUrlOf(dataFolder), poolSize: 1 });
  await database.pool.query(CUSTOMER_WITH_SESSION, [createHash('sha256').update(secret).digest()]);
  return { name: '__Host-sp_portal', value: secret };
}

/** Where the running server's database listens and who owns it, read from its data folder as its keeper would. */
async function ownerUrlOf(dataFolder: string): Promise<string> {
  const [pidFile, password] = await Promise.all([
    readFile(join(dataFolder, 'cluster/data/postmaster.pid'), 'utf8'),
    readFile(join(dataFolder, 'cluster/owner-password'), 'utf8'),
  ]);
  const port = pidFile.split('\n')[3];
  return `postgresql://sallyport_owner:${encodeURIComponent(password)}@127.0.0.1:${port}/sallyport`;
}
