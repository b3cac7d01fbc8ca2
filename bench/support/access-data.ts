import { createHash, randomBytes } from 'node:crypto';
import { createDatabase } from '@sallyport/db';

export interface Seeded {
  /** The raw session secret of somebody who manages users, by their group and not as an Admin. */
  managerSecret: string;
}

/** Fills a migrated, seeded database with this many staff, each in one to three groups, and signs a manager in. */
export async function seedStaff(ownerUrl: string, count: number, seed: number): Promise<Seeded> {
  await using owner = createDatabase({ url: ownerUrl });
  const { pool } = owner;
  await pool.query('select setseed($1)', [(seed % 1_000) / 1_000]);
  await pool.query(
    `insert into account (id, audience, company_id, company_kind, display_name, title, email, status, activated_at,
       last_sign_in_at, created_at)
     select gen_random_uuid(), 'STAFF', c.id, 'INTERNAL',
       (array['Amal','Bruno','Chloe','Dario','Edda','Femi','Greta','Hana','Ivo','Jun'])[1 + n % 10] || ' ' ||
       (array['Okafor','Lindqvist','Moreau','Tanaka','Weber','Silva','Novak','Haddad'])[1 + n / 10 % 8] || ' ' || n,
       'Penetration tester', 'person-' || n || '@stonemere.example', 'ACTIVE', now(),
       case when n % 7 = 0 then null else now() - n * interval '1 minute' end, now() - n * interval '1 hour'
     from generate_series(1, $1) as n cross join company c where c.kind = 'INTERNAL'`,
    [count],
  );
  await pool.query(
    `insert into membership (group_id, account_id, audience, reason)
     select g.id, a.id, 'STAFF', 'For the benchmark'
     from account a join access_group g on g.audience = 'STAFF'
     where g.key = 'penetration-tester' or (g.key is null and ascii(right(a.id::text, 1)) % 3 = length(g.name) % 3)`,
  );
  // Policy demands a second factor of staff; these count and open nothing.
  await pool.query(
    `insert into totp_factor (account_id, sealed_seed, confirmed_at) select id, decode(repeat('00', 60), 'hex'), now() from account`,
  );
  const { rows } = await pool.query<{ id: string }>(
    `insert into membership (group_id, account_id, audience, reason)
     select g.id, a.id, 'STAFF', 'Manages' from account a, access_group g
     where a.email = 'person-1@stonemere.example' and g.key = 'manager' returning account_id as id`,
  );
  const managerSecret = randomBytes(32).toString('base64url');
  await pool.query(
    `insert into session (id, secret_hash, account_id, audience, auth_epoch, idle_seconds, absolute_ends_at)
     select gen_random_uuid(), $1, id, 'STAFF', auth_epoch, 3600, now() + interval '12 hours' from account where id = $2`,
    [createHash('sha256').update(managerSecret).digest(), rows[0]?.id],
  );
  await pool.query('analyze');
  return { managerSecret };
}
