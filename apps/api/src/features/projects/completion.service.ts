import { decide, effectivePermissions, portalSet } from '@sallyport/access';
import { Audience, ErrorCode } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import {
  type CompletionRecord,
  findVisible,
  type Grant,
  listCustomerNames,
  readCompletion,
  visibleCustomerNames,
} from '@sallyport/db';
import { readAccounts } from '@sallyport/db/identity';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { completenessOf } from './completeness.ts';

/** What completing a project would do, and what holds it back. */
export interface Completion {
  record: CompletionRecord;
  missing: ReturnType<typeof completenessOf>;
  /** Findings that completing publishes, in the order of their references. */
  publishes: CompletionRecord['findings'];
}

export async function completionOf({ tx }: Call, grant: Grant<'project'>): Promise<Completion> {
  const record = await readCompletion(tx, grant);
  if (!record) throw new AppError(ErrorCode.NotFound);
  const { findings, applyingImports, waitingImports } = record;
  const missing = completenessOf({
    ...record,
    imports: { waiting: waitingImports, applying: applyingImports },
  });
  return { record, missing, publishes: findings.filter(({ isPublished }) => !isPublished) };
}

/**
 * Customers who will see what is published: of the company, with View Findings now; of a restricted project nobody (C2).
 * Empty too where the caller may not read their names.
 */
export async function customersWhoSee(
  { tx, principal }: Call,
  { row: { companyId, isRestricted } }: Grant<'project'>,
): Promise<{ id: string; displayName: string }[]> {
  if (isRestricted) return [];
  const company = await findVisible(tx, principal, 'company', companyId);
  if (!company || !decide(principal, { action: 'customer.list', company: company.facts }).allowed) return [];
  const visible = visibleCustomerNames(principal);
  const people = await listCustomerNames(tx, company, visible);
  const ids = people.map(({ id }) => id);
  const accounts = await readAccounts(tx, ids, visible);
  const { now } = principal;
  const seeing = new Set(
    accounts
      .filter(
        ({ account }) =>
          account.audience === Audience.Customer &&
          account.status === 'ACTIVE' &&
          account.suspendedAt === null &&
          (account.expiresAt === null || account.expiresAt > now) &&
          portalSet.has(effectivePermissions(account, now).now, PortalPermission.ViewFindings),
      )
      .map(({ account }) => account.id),
  );
  return people.filter(({ id }) => seeing.has(id)).map(({ id, displayName }) => ({ id, displayName }));
}
