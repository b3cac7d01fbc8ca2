import { ErrorCode } from '@sallyport/contracts/common';
import type { UserDetail } from '@sallyport/contracts/staff';
import { findVisible, type Grant } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { iso, isoOrNull } from '../wire.ts';
import { holdsView, membershipsView, shownStatus } from './account-view.service.ts';
import { userAbilities } from './user-abilities.ts';

type Detail = z.input<typeof UserDetail>;

/** Everything that the page about a person shows, and what the caller may do there. */
export async function userDetail(call: Call, grant: Grant<'user'>): Promise<Detail> {
  const { row, facts } = grant;
  const { now } = call.principal;
  return {
    id: row.id,
    displayName: row.displayName,
    title: row.title,
    photo: row.photo,
    email: row.email,
    username: row.username,
    status: shownStatus(row, now),
    isAdmin: row.isAdmin,
    hasFactor: row.hasFactor,
    groups: row.memberships.map(({ groupId, groupName }) => ({ id: groupId, name: groupName })),
    lastSignInAt: isoOrNull(row.lastSignInAt),
    expiresAt: isoOrNull(row.expiresAt),
    createdAt: iso(row.createdAt),
    version: row.version,
    invitedBy: row.invitedBy,
    invitationEndsAt: isoOrNull(row.invitationEndsAt),
    memberships: membershipsView(row),
    holds: holdsView(facts, now),
    abilities: await userAbilities(call, grant),
  };
}

/** The same after a change, read again. */
export async function reloadedUserDetail(call: Call, id: string): Promise<Detail> {
  const grant = await findVisible(call.tx, call.principal, 'user', id);
  if (grant?.kind !== 'user') throw new AppError(ErrorCode.NotFound);
  return userDetail(call, grant);
}
