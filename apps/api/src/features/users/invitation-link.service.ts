import { newSecret, secretHash } from '@sallyport/auth';
import type { InvitationLink } from '@sallyport/contracts/staff';
import { createInvitationLink } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { servicesOf } from '../services.ts';
import { iso } from '../wire.ts';

/** U5: the link for a new member of staff. */
export async function issueInvitationLink(
  call: Call,
  userId: string,
): Promise<z.input<typeof InvitationLink>> {
  return { userId, ...(await newInvitationLink(call, userId, servicesOf(call.request).url)) };
}

/**
 * U5: a one-time link for an account that never signed in, shown once. The secret is behind the #, which no log sees.
 * @param url of the door at which the account signs in
 */
export async function newInvitationLink(
  call: Call,
  accountId: string,
  url: string,
): Promise<{ link: string; endsAt: string }> {
  const secret = newSecret();
  const endsAt = await createInvitationLink(call.tx, {
    accountId,
    createdById: call.principal.account.id,
    secretHash: secretHash(secret),
  });
  return { link: `${url}/accept-invitation#${secret}`, endsAt: iso(endsAt) };
}
