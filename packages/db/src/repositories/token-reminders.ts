import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** A token whose owner is to be told of its end. */
interface EndingToken {
  id: string;
  accountId: string;
  name: string;
  expiresAt: Date;
}

/**
 * T1: takes the live tokens that end within 7 days, or within 1, and were not told of for that reason yet, and remembers
 * that they were: each once, whichever worker asks. Who made a token for a day or a week needs no reminder of just that.
 */
export async function takeEndingTokens(tx: Tx, limit: number): Promise<EndingToken[]> {
  return tx.$queryRaw<EndingToken[]>(Prisma.sql`
    with due as (
      select t.id, t.account_id, t.name, t.expires_at, d.days_before
      from api_token t join account a on a.id = t.account_id cross join lateral (
        select case when t.expires_at <= app.now() + interval '1 day' then 1 else 7 end as days_before) d
      where t.revoked_at is null and t.expires_at > app.now() and t.expires_at <= app.now() + interval '7 days'
        and t.created_at < t.expires_at - make_interval(days => d.days_before)
        and a.status = 'ACTIVE' and a.suspended_at is null and a.may_use_tokens
        and not exists (
          select from token_reminder r where r.token_id = t.id and r.days_before <= d.days_before)
      order by t.expires_at, t.id limit ${limit}::int),
    told as (
      insert into token_reminder (token_id, days_before) select id, days_before from due
      on conflict do nothing returning token_id)
    select due.id, due.account_id as "accountId", due.name, due.expires_at as "expiresAt"
    from due join told on told.token_id = due.id order by due.expires_at, due.id`);
}
