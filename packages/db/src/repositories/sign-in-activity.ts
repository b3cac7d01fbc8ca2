import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { countUpTo, type Keyset, keysetPage } from '../keyset/keyset.ts';
import type { ListPage } from './list-page.ts';

export type SignInKind = 'PASSWORD' | 'FACTOR' | 'PASSKEY' | 'CONFIRMATION' | 'RESET' | 'LINK' | 'TOKEN';
export type SignInOutcome = 'SUCCEEDED' | 'FAILED' | 'REFUSED';

export interface SignInRecord {
  id: string;
  at: Date;
  audience: 'STAFF' | 'CUSTOMER';
  kind: SignInKind;
  outcome: SignInOutcome;
  /** Null when what was typed belongs to no account. */
  account: { id: string; name: string } | null;
  address: string | null;
  /** On a device on which the account signed in before. */
  isKnownDevice: boolean;
}

export interface SignInFilter {
  audience?: 'STAFF' | 'CUSTOMER' | undefined;
  accountId?: string | undefined;
  /** An address or a network in CIDR notation. */
  network?: string | undefined;
  outcome: readonly SignInOutcome[];
  kind: readonly SignInKind[];
  since?: string | undefined;
  until?: string | undefined;
}

const KEYSET: Keyset<'at'> = {
  columns: { at: { sql: Prisma.sql`x.at`, type: 'timestamptz' } },
  id: { sql: Prisma.sql`x.id`, type: 'uuid' },
};

// What was begun and never finished is a failure: nobody was let in.
const OUTCOME = Prisma.sql`case when not x.is_allowed then 'REFUSED'
  when x.outcome = 'SUCCEEDED' then 'SUCCEEDED' else 'FAILED' end`;

/** One page of attempts, latest first, and how many match: two statements. @throws InvalidCursor */
export async function listSignIns(
  tx: Tx,
  { cursor, limit, ...filter }: SignInFilter & { cursor?: string | undefined; limit: number },
  visible: Prisma.Sql,
): Promise<ListPage<SignInRecord>> {
  const from = Prisma.sql`sign_in_attempt x`;
  const where = [visible, ...matches(filter)];
  const page = await keysetPage<SignInRecord, 'at'>(tx, KEYSET, {
    select: Prisma.sql`x.id, x.at, x.audience, x.kind, ${OUTCOME} as outcome, host(x.address) as address,
      x.device_id is not null as "isKnownDevice",
      case when x.account_id is null then null else jsonb_build_object('id', x.account_id, 'name',
        (select a.display_name from account a where a.id = x.account_id)) end as account`,
    from,
    where,
    sort: { field: 'at', direction: 'desc' },
    cursor,
    limit,
  });
  return { ...page, total: await countUpTo(tx, { from, where }) };
}

export interface SignInBucket {
  at: Date;
  succeeded: number;
  failed: number;
  refused: number;
}

/** Counts per step between two moments, empty steps included, oldest first. Steps divide the day of UTC. */
export function countSignIns(
  tx: Tx,
  filter: SignInFilter & { since: string; until: string; stepHours: number },
  visible: Prisma.Sql,
): Promise<SignInBucket[]> {
  const { since, until, stepHours } = filter;
  const step = Prisma.sql`make_interval(hours => ${stepHours}::int)`;
  const start = (moment: Prisma.Sql) =>
    Prisma.sql`date_bin(${step}, ${moment}, timestamptz '2000-01-01 00:00Z')`;
  const where = Prisma.join(
    [visible, ...matches(filter)].map((one) => Prisma.sql`(${one})`),
    ' and ',
  );
  return tx.$queryRaw<SignInBucket[]>(Prisma.sql`
    select b.at, count(o.outcome) filter (where o.outcome = 'SUCCEEDED')::int as succeeded,
      count(o.outcome) filter (where o.outcome = 'FAILED')::int as failed,
      count(o.outcome) filter (where o.outcome = 'REFUSED')::int as refused
    from generate_series(${start(Prisma.sql`${since}::timestamptz`)}, ${until}::timestamptz, ${step}) as b(at)
    left join (select ${start(Prisma.sql`x.at`)} as at, ${OUTCOME} as outcome from sign_in_attempt x where ${where}) o
      on o.at = b.at
    group by b.at order by b.at`);
}

function matches(filter: SignInFilter): Prisma.Sql[] {
  const { audience, accountId, network, outcome, kind, since, until } = filter;
  const parts: Prisma.Sql[] = [];
  if (audience !== undefined) parts.push(Prisma.sql`x.audience = ${audience}`);
  if (accountId !== undefined) parts.push(Prisma.sql`x.account_id = ${accountId}::uuid`);
  if (network !== undefined) parts.push(Prisma.sql`x.address <<= ${network}::inet`);
  if (outcome.length > 0) parts.push(Prisma.sql`${OUTCOME} in (${Prisma.join([...outcome])})`);
  if (kind.length > 0) parts.push(Prisma.sql`x.kind in (${Prisma.join([...kind])})`);
  if (since !== undefined) parts.push(Prisma.sql`x.at >= ${since}::timestamptz`);
  if (until !== undefined) parts.push(Prisma.sql`x.at <= ${until}::timestamptz`);
  return parts;
}

/** S4: forgets what was counted against an account. Returns how many counters there were. */
export async function clearSignInThrottle(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(Prisma.sql`
    select app.clear_sign_in_throttle(${accountId}::uuid) as count`);
  return row?.count ?? 0;
}
