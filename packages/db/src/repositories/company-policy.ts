import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import type { Grant } from '../grant.ts';

/** What staff decide for the customers of one company. */
export interface CompanyPolicyFields {
  isFactorRequired: boolean;
  /** Null: the installation's limit. */
  idleMinutes: number | null;
}

export interface CompanyPolicyRecord extends CompanyPolicyFields {
  /** 0 while nothing was ever decided. */
  version: number;
}

export interface CompanyPolicyEffect {
  /** Active customers of the company without a second factor. */
  customersWithoutFactor: number;
  activeCustomers: number;
  liveSessions: number;
  /** What customers get where the company says nothing of its own. */
  standardIdleMinutes: number;
}

export async function readCompanyPolicy(tx: Tx, { id }: Grant<'company'>): Promise<CompanyPolicyRecord> {
  const found = await tx.companyPolicy.findUnique({
    where: { companyId: id },
    select: { isFactorRequired: true, idleMinutes: true, version: true },
  });
  return found ?? { isFactorRequired: false, idleMinutes: null, version: 0 };
}

/** Whom a policy of this company reaches, in numbers. */
export async function companyPolicyEffect(tx: Tx, { id }: Grant<'company'>): Promise<CompanyPolicyEffect> {
  const [effect] = await tx.$queryRaw<CompanyPolicyEffect[]>(Prisma.sql`
    with people as (select a.id, (exists (select from totp_factor f where f.account_id = a.id
        and f.confirmed_at is not null) or exists (select from passkey k where k.account_id = a.id)) as has_factor
      from account a where a.company_id = ${id}::uuid and a.audience = 'CUSTOMER' and a.status = 'ACTIVE')
    select (select count(*)::int from people where not has_factor) as "customersWithoutFactor",
      (select count(*)::int from people) as "activeCustomers",
      (select count(*)::int from session s join people p on p.id = s.account_id where s.ended_at is null
        and s.absolute_ends_at > app.now() and s.last_used_at + make_interval(secs => s.idle_seconds) > app.now())
        as "liveSessions",
      (select customer_idle_minutes from security_policy) as "standardIdleMinutes"`);
  if (!effect) throw new Error('the effect of a policy was not counted');
  return effect;
}

/** Saves the policy and shortens the company's live sessions to it. False when somebody else changed it first. */
export async function saveCompanyPolicy(
  tx: Tx,
  { id }: Grant<'company'>,
  version: number,
  { isFactorRequired, idleMinutes }: CompanyPolicyFields,
): Promise<boolean> {
  const saved = await tx.$executeRaw(
    version === 0
      ? Prisma.sql`insert into company_policy (company_id, is_factor_required, idle_minutes)
          values (${id}::uuid, ${isFactorRequired}, ${idleMinutes}::int) on conflict do nothing`
      : Prisma.sql`update company_policy set is_factor_required = ${isFactorRequired},
          idle_minutes = ${idleMinutes}::int, version = version + 1
          where company_id = ${id}::uuid and version = ${version}`,
  );
  if (saved !== 1) return false;
  if (idleMinutes !== null) {
    await tx.$executeRaw(Prisma.sql`
      update session s set idle_seconds = ${idleMinutes * 60}::int from account a
      where a.id = s.account_id and a.company_id = ${id}::uuid and s.ended_at is null
        and s.idle_seconds > ${idleMinutes * 60}::int`);
  }
  return true;
}
