import { effectivePermissions, portalSet } from '@sallyport/access';
import { Audience, ErrorCode, Language, Theme } from '@sallyport/contracts/common';
import type { CustomerProfile } from '@sallyport/contracts/portal';
import { readOwnCustomer } from '@sallyport/db';
import { myCredential } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { customerCaller } from '../signed-in.ts';
import { isoOrNull } from '../wire.ts';

/** What the portal's profile page shows: oneself, one's company and groups, and what they give. */
export async function customerProfile(call: Call): Promise<z.input<typeof CustomerProfile>> {
  const { account } = customerCaller(call);
  const row = await readOwnCustomer(call.tx);
  if (!row) throw new AppError(ErrorCode.Unauthenticated);
  const credential = await myCredential(call.tx, Audience.Customer);
  const { id, displayName, email, phone, photo, companyName, version, lastSignInAt, groups } = row;
  return {
    id,
    displayName,
    email,
    phone,
    photo,
    language: Language.parse(row.language),
    theme: Theme.parse(row.theme),
    companyName,
    version,
    lastSignInAt: isoOrNull(lastSignInAt),
    passwordChangedAt: isoOrNull(credential?.changedAt ?? null),
    groups: groups.map(({ name, purpose }) => ({ name, purpose })),
    permissions: portalSet.toGrants(effectivePermissions(account, call.principal.now).now),
  };
}
