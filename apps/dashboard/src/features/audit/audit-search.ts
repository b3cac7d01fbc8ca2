import { AccountId } from '@sallyport/contracts/common';
import { AuditArea, AuditOutcome } from '@sallyport/contracts/staff';
import { z } from 'zod';
import { dayFromToday } from '../../lib/days.ts';
import type { Inputs } from '../../lib/trpc.ts';

const SINCE_DAYS = { day: 1, week: 7, month: 30, quarter: 90 } as const;

/** What the address of the audit log says. Damaged parts are left out. */
export const AuditSearch = z.object({
  area: z.array(AuditArea).max(6).optional().catch(undefined),
  outcome: z.array(AuditOutcome).max(3).optional().catch(undefined),
  actor: AccountId.optional().catch(undefined),
  /** Name of the person chosen, so that the chip can say it. */
  name: z.string().max(80).optional().catch(undefined),
  since: z.enum(['day', 'week', 'month', 'quarter']).optional().catch(undefined),
  /** The entry whose detail is open. */
  entry: z
    .union([z.number().int().min(0), z.string().regex(/^\d{1,20}$/)])
    .optional()
    .catch(undefined),
});
export type AuditSearch = z.infer<typeof AuditSearch>;
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
