import { createDatabase } from '@sallyport/db';

/** A stored password, as packages/auth makes one. */
interface StoredPassword {
  salt: Uint8Array;
  memoryKib: number;
  iterations: number;
  parallelism: number;
  pepperVersion: number;
  verifier: Uint8Array;
}

/** Why the sign-in of an account of this kind fails, or that it does not. */
export const KINDS = ['unknown', 'wrong', 'inactive', 'suspended', 'expired', 'locked', 'elsewhere'] as const;
export type Kind = (typeof KINDS)[number];

/** The address with which somebody of a kind signs in. `unknown` has no account. */
export function emailOf(kind: Kind | 'good', number: number): string {
  return `${kind}-${number}@stonemere.example`;
}

/** Makes this many accounts of every kind, all with the same password: hashing it once for each would take minutes. */
export async function seedSignIns(ownerUrl: string, count: number, password: StoredPassword): Promise<void> {
  await using owner = createDatabase({ url: ownerUrl });
  const { pool } = owner;
  await pool.query(
    `insert into account (id, audience, company_id, company_kind, display_name, email, activated_at, status,
       suspended_at, expires_at)
     select gen_random_uuid(), 'STAFF', c.id, 'INTERNAL', k || ' ' || n, k || '-' || n || '@stonemere.example', now(),
       case k when 'inactive' then 'INACTIVE' else 'ACTIVE' end,
       case k when 'suspended' then now() - interval '1 day' end,
       case k when 'expired' then now() - interval '1 day' end
     from company c cross join generate_series(1, $1) as n
       cross join unnest(array['good', 'wrong', 'inactive', 'suspended', 'expired', 'locked', 'elsewhere']) as k
     where c.kind = 'INTERNAL'`,
    [count],
  );
  const { salt, memoryKib, iterations, parallelism, pepperVersion, verifier } = password;
  await pool.query(
    `insert into credential (account_id, salt, memory_kib, iterations, parallelism, pepper_version, verifier)
     select id, $1, $2, $3, $4, $5, $6 from account`,
    [Buffer.from(salt), memoryKib, iterations, parallelism, pepperVersion, Buffer.from(verifier)],
  );
  await pool.query(
    `insert into throttle_counter (key, window_started_at, window_seconds, count)
     select 'closed:PASSWORD:STAFF:' || id, now(), 315360000, 100 from account where email like 'locked-%'`,
  );
  await pool.query(
    `insert into address_rule (level, account_id, network)
     select 'ACCOUNT', id, '192.0.2.0/24' from account where email like 'elsewhere-%'`,
  );
  await pool.query('analyze');
}
