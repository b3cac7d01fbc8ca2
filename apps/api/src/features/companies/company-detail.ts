import { decide } from '@sallyport/access';
import { ErrorCode } from '@sallyport/contracts/common';
import type { CompanyDetail } from '@sallyport/contracts/staff';
import { findVisible, type Grant } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { isOpen } from '../decision-hints.ts';
import { isoOrNull } from '../wire.ts';
import { companyRow } from './company-view.ts';

type Detail = z.input<typeof CompanyDetail>;

/** A company as far as the caller reads it: name and counts, or the whole profile. */
export function companyDetail({ principal }: Call, { row, facts: company }: Grant<'company'>): Detail {
  const { version, profile, archivedAt, logoFileId, ...rest } = row;
  const isInUse = archivedAt === null;
  const invite = decide(principal, { action: 'customer.invite', company, groups: [], expiresAt: null });
  return {
    ...companyRow({ ...rest, hasLogo: logoFileId !== null }),
    archivedAt: isoOrNull(archivedAt),
    version,
    // The row holds a profile only for whoever may read one; the decision is asked all the same.
    profile: decide(principal, { action: 'company.readProfile', company }).allowed ? profile : null,
    abilities: {
      canEdit: isOpen(decide(principal, { action: 'company.update', company })),
      canInviteCustomers: isInUse && isOpen(invite),
      canReadCustomers: isOpen(decide(principal, { action: 'customer.list', company })),
      canCreateProject: isInUse && isOpen(decide(principal, { action: 'project.create' })),
    },
  };
}

/** The same after a change, read again. */
export async function reloadedCompanyDetail(call: Call, id: string): Promise<Detail> {
  const grant = await findVisible(call.tx, call.principal, 'company', id);
  if (!grant) throw new AppError(ErrorCode.NotFound);
  return companyDetail(call, grant);
}
