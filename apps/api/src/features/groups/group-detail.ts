import { ErrorCode } from '@sallyport/contracts/common';
import type { GroupDetail } from '@sallyport/contracts/staff';
import { findVisible, type Grant } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { iso, isoOrNull } from '../wire.ts';
import { groupAbilities } from './group-abilities.ts';

/** Everything that the page about a group shows, and what the caller may do there. */
export function groupDetail(call: Call, grant: Grant<'group'>): z.input<typeof GroupDetail> {
  const { audience: _audience, members, expiresAt, ...row } = grant.row;
  return {
    ...row,
    expiresAt: isoOrNull(expiresAt),
    members: members.map((member) => ({
      ...member,
      grantedAt: iso(member.grantedAt),
      expiresAt: isoOrNull(member.expiresAt),
    })),
    abilities: groupAbilities(call, grant),
  };
}

/** The same after a change, read again. */
export async function reloadedGroupDetail(call: Call, id: string): Promise<z.input<typeof GroupDetail>> {
  const grant = await findVisible(call.tx, call.principal, 'group', id);
  if (grant?.kind !== 'group') throw new AppError(ErrorCode.NotFound);
  return groupDetail(call, grant);
}
