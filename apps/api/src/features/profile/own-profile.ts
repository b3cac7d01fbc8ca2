import { Audience, ErrorCode, Language } from '@sallyport/contracts/common';
import type { OwnProfile } from '@sallyport/contracts/staff';
import { findUser, visibleSelf } from '@sallyport/db';
import { myCredential, staffFacts, type UserRecord } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { staffCaller } from '../signed-in.ts';
import { holdsView, membershipsView } from '../users/account-view.service.ts';
import { iso, isoOrNull } from '../wire.ts';

/** The caller's own account. */
export async function readSelf({ tx, principal }: Call): Promise<UserRecord> {
  const row = await findUser(tx, principal.account.id, visibleSelf(principal));
  if (!row) throw new AppError(ErrorCode.Unauthenticated);
  return row;
}

/** What the profile page shows: oneself, one's groups, and what they give. */
export async function ownProfile(call: Call): Promise<z.input<typeof OwnProfile>> {
  const row = await readSelf(call);
  const { language, theme } = staffCaller(call).account;
  const credential = await myCredential(call.tx, Audience.Staff);
  return {
    id: row.id,
    displayName: row.displayName,
    title: row.title,
    photo: row.photo,
    phone: row.phone,
    language: Language.parse(language),
    theme,
    email: row.email,
    username: row.username,
    isAdmin: row.isAdmin,
    version: row.version,
    createdAt: iso(row.createdAt),
    lastSignInAt: isoOrNull(row.lastSignInAt),
    passwordChangedAt: isoOrNull(credential?.changedAt ?? null),
    memberships: membershipsView(row),
    holds: holdsView(staffFacts(row), call.principal.now),
  };
}
