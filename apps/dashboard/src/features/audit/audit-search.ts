import type { AccountId } from '@sallyport/contracts/common';
import { AUDIT_AREAS, AUDIT_OUTCOMES } from '@sallyport/contracts/staff';
import { dayFromToday } from '../../lib/days.ts';
import { digits, either, idOf, oneOf, readAddress, someOf, text, whole } from '../../lib/read-address.ts';
import type { Inputs } from '../../lib/trpc.ts';

const SINCE_DAYS = { day: 1, week: 7, month: 30, quarter: 90 } as const;

/** What the address of the audit log says. Damaged parts are left out. */
export const readAuditSearch = readAddress({
  area: someOf(AUDIT_AREAS),
  outcome: someOf(AUDIT_OUTCOMES),
  actor: idOf<AccountId>(),
  /** Name of the person chosen, so that the chip can say it. */
  name: text(80),
  since: oneOf(['day', 'week', 'month', 'quarter']),
  /** The entry whose detail is open. */
  entry: either(whole(0, Number.MAX_SAFE_INTEGER), digits),
});
export type AuditSearch = ReturnType<typeof readAuditSearch>;
export type AuditFilters = Omit<Inputs['audit']['listAudit'], 'cursor' | 'limit'>;

/** The question that an address asks; "since" counts from the beginning of the day. */
export function auditFiltersOf(search: AuditSearch): AuditFilters {
  return {
    area: search.area ?? [],
    outcome: search.outcome ?? [],
    ...(search.actor === undefined ? {} : { actorId: search.actor }),
    ...(search.since === undefined
      ? {}
      : { since: new Date(`${dayFromToday(-SINCE_DAYS[search.since])}T00:00:00`).toISOString() }),
  };
}

export function isAuditNarrowed({ area, outcome, actor, since }: AuditSearch): boolean {
  return Boolean(area?.length) || Boolean(outcome?.length) || actor !== undefined || since !== undefined;
}

/** The position of an entry for the address: a number while it is small enough to be one. */
export function entryParam(seq: string): string | number {
  const position = Number(seq);
  return Number.isSafeInteger(position) ? position : seq;
}
