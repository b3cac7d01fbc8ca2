import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** S9: where a list of networks hangs. `subjectId` is a company, an account or a token; null for the two doors. */
export interface AddressRulePlace {
  level: 'STAFF' | 'CUSTOMERS' | 'COMPANY' | 'ACCOUNT' | 'TOKEN';
  subjectId: string | null;
}

export interface AddressRuleFields {
  /** In CIDR notation, without host bits. */
  network: string;
  note: string;
}

export interface AddressRuleRecord extends AddressRuleFields {
  id: string;
  createdAt: Date;
}

function at({ level, subjectId }: AddressRulePlace): Prisma.Sql {
  switch (level) {
    case 'COMPANY':
      return Prisma.sql`r.level = 'COMPANY' and r.company_id = ${subjectId}::uuid`;
    case 'ACCOUNT':
      return Prisma.sql`r.level = 'ACCOUNT' and r.account_id = ${subjectId}::uuid`;
    case 'TOKEN':
      return Prisma.sql`r.level = 'TOKEN' and r.token_id = ${subjectId}::uuid`;
    default:
      return Prisma.sql`r.level = ${level}`;
  }
}

/** The networks of one place, in the order of their addresses. Empty: everybody passes this level. */
export function readAddressRules(tx: Tx, place: AddressRulePlace): Promise<AddressRuleRecord[]> {
  return tx.$queryRaw<AddressRuleRecord[]>(Prisma.sql`
    select r.id, r.network::text as network, r.note, r.created_at as "createdAt" from address_rule r
    where ${at(place)} order by r.network, r.id`);
}

/** Puts these networks in the place of those that are there. What stays keeps its id. */
export async function replaceAddressRules(
  tx: Tx,
  place: AddressRulePlace,
  rules: readonly AddressRuleFields[],
): Promise<void> {
  const { level, subjectId } = place;
  const networks = rules.map(({ network }) => network);
  await tx.$executeRaw(Prisma.sql`
    delete from address_rule r where ${at(place)} and not (r.network = any(${networks}::cidr[]))`);
  const subject = (wanted: AddressRulePlace['level']) => (level === wanted ? subjectId : null);
  for (const { network, note } of rules) {
    const kept = await tx.$executeRaw(Prisma.sql`
      update address_rule r set note = ${note} where ${at(place)} and r.network = ${network}::cidr`);
    if (kept > 0) continue;
    await tx.$executeRaw(Prisma.sql`
      insert into address_rule (level, company_id, account_id, token_id, network, note)
      values (${level}, ${subject('COMPANY')}::uuid, ${subject('ACCOUNT')}::uuid, ${subject('TOKEN')}::uuid,
        ${network}::cidr, ${note})`);
  }
}

/** How many live sessions and people these networks would cut off: those that came from elsewhere. */
export async function cutOffBy(
  tx: Tx,
  { level, subjectId }: AddressRulePlace,
  networks: readonly string[],
): Promise<{ sessions: number; people: number }> {
  if (networks.length === 0 || level === 'TOKEN') return { sessions: 0, people: 0 };
  const concerned = {
    STAFF: Prisma.sql`a.audience = 'STAFF'`,
    CUSTOMERS: Prisma.sql`a.audience = 'CUSTOMER'`,
    COMPANY: Prisma.sql`a.company_id = ${subjectId}::uuid`,
    ACCOUNT: Prisma.sql`a.id = ${subjectId}::uuid`,
  }[level];
  const [counted] = await tx.$queryRaw<{ sessions: number; people: number }[]>(Prisma.sql`
    select count(*)::int as sessions, count(distinct a.id)::int as people
    from session s join account a on a.id = s.account_id
    where ${concerned} and s.ended_at is null and s.absolute_ends_at > app.now()
      and s.last_used_at + make_interval(secs => s.idle_seconds) > app.now()
      and not coalesce(s.address <<= any(${[...networks]}::cidr[]), false)`);
  return counted ?? { sessions: 0, people: 0 };
}

/** Whether a token is this account's own and neither revoked nor over. */
export async function isOwnToken(tx: Tx, accountId: string, tokenId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`
    select 1 from api_token t where t.id = ${tokenId}::uuid and t.account_id = ${accountId}::uuid
      and t.revoked_at is null and t.expires_at > app.now()`);
  return rows.length === 1;
}
