import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** What an Admin decides for the whole installation (A13). */
export interface SecurityPolicyFields {
  isStaffFactorRequired: boolean;
  passwordMinimum: number;
  staffIdleMinutes: number;
  customerIdleMinutes: number;
  absoluteHours: number;
  tokenDaysAtMost: number;
}

export interface SecurityPolicyRecord extends SecurityPolicyFields {
  version: number;
  updatedAt: Date;
}

const FIELDS = {
  isStaffFactorRequired: true,
  passwordMinimum: true,
  staffIdleMinutes: true,
  customerIdleMinutes: true,
  absoluteHours: true,
  tokenDaysAtMost: true,
  version: true,
  updatedAt: true,
} as const;

/** The installation's policy. */
export function readSecurityPolicy(tx: Tx): Promise<SecurityPolicyRecord> {
  return tx.securityPolicy.findUniqueOrThrow({ where: { id: 1 }, select: FIELDS });
}

/** False when somebody else changed it first. */
export async function updateSecurityPolicy(
  tx: Tx,
  version: number,
  { isStaffFactorRequired, passwordMinimum, ...limits }: SecurityPolicyFields,
): Promise<boolean> {
  const changed = await tx.$executeRaw(Prisma.sql`
    update security_policy set is_staff_factor_required = ${isStaffFactorRequired},
      password_minimum = ${passwordMinimum}, staff_idle_minutes = ${limits.staffIdleMinutes},
      customer_idle_minutes = ${limits.customerIdleMinutes}, absolute_hours = ${limits.absoluteHours},
      token_days_at_most = ${limits.tokenDaysAtMost}, version = version + 1, updated_at = app.now()
    where version = ${version}`);
  return changed === 1;
}

// Live sessions `s` of accounts `a`, and what the limits would make of them. A company's own limit stays, if shorter.
// The start is told by the end: a session renewed at a confirmation keeps the end of the first one.
function capped({ staffIdleMinutes, customerIdleMinutes, absoluteHours }: SecurityPolicyFields): Prisma.Sql {
  return Prisma.sql`select s.id, a.id as account_id, s.last_used_at,
      least(s.idle_seconds, 60 * case a.audience when 'STAFF' then ${staffIdleMinutes}::int
        else ${customerIdleMinutes}::int end) as idle_seconds,
      least(s.absolute_ends_at, s.absolute_ends_at
        - make_interval(hours => p.absolute_hours - ${absoluteHours}::int)) as absolute_ends_at,
      s.idle_seconds as idle_before, s.absolute_ends_at as end_before
    from session s join account a on a.id = s.account_id cross join security_policy p
    where s.ended_at is null and s.absolute_ends_at > app.now()
      and s.last_used_at + make_interval(secs => s.idle_seconds) > app.now()`;
}

/**
 * S6: shortens the live sessions to limits that are about to be saved; never lengthens one. Call it before
 * `updateSecurityPolicy`, which it reads the old limits from. Returns how many it shortened.
 */
export function capLiveSessions(tx: Tx, fields: SecurityPolicyFields): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    update session s set idle_seconds = c.idle_seconds, absolute_ends_at = c.absolute_ends_at
    from (${capped(fields)}) c
    where c.id = s.id and (c.idle_seconds < c.idle_before or c.absolute_ends_at < c.end_before)`);
}

export interface SecurityPolicyEffect {
  /** Active staff without a second factor. */
  staffWithoutFactor: number;
  /** Of these, those whom policy demands one of either way, because they are Admins. */
  adminsWithoutFactor: number;
  liveSessions: number;
  shortenedSessions: number;
  /** Sessions that would be over at once. */
  endedSessions: number;
  /** People whose session would be over at once. */
  endedPeople: number;
  /** Live tokens that last longer than would be given out. */
  longerTokens: number;
}

/** What saving `fields` would do, in numbers: one statement. */
export async function securityPolicyEffect(
  tx: Tx,
  fields: SecurityPolicyFields,
): Promise<SecurityPolicyEffect> {
  const [effect] = await tx.$queryRaw<SecurityPolicyEffect[]>(Prisma.sql`
    with live as (${capped(fields)}),
    told as (select l.*, (l.absolute_ends_at <= app.now()
      or l.last_used_at + make_interval(secs => l.idle_seconds) <= app.now()) as is_over from live l),
    bare as (select a.is_admin from account a where a.audience = 'STAFF' and a.status = 'ACTIVE'
      and not exists (select from totp_factor f where f.account_id = a.id and f.confirmed_at is not null)
      and not exists (select from passkey k where k.account_id = a.id))
    select (select count(*)::int from bare) as "staffWithoutFactor",
      (select count(*)::int from bare where is_admin) as "adminsWithoutFactor",
      (select count(*)::int from told) as "liveSessions",
      (select count(*)::int from told where idle_seconds < idle_before or absolute_ends_at < end_before)
        as "shortenedSessions",
      (select count(*)::int from told where is_over) as "endedSessions",
      (select count(distinct account_id)::int from told where is_over) as "endedPeople",
      (select count(*)::int from api_token t where t.revoked_at is null and t.expires_at > app.now()
        and t.expires_at > t.created_at + make_interval(days => ${fields.tokenDaysAtMost}::int)) as "longerTokens"`);
  if (!effect) throw new Error('the effect of a policy was not counted');
  return effect;
}
