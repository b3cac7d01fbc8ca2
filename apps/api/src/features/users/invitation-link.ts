import { newSecret, secretHash } from '@sallyport/auth';
import type { InvitationLink } from '@sallyport/contracts/staff';
import { createInvitationLink } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { servicesOf } from '../services.ts';
import { iso } from '../wire.ts';

/** U5: a one-time link for an account that never signed in, shown once. The secret is behind the #, which no log sees. */
export async function issueInvitationLink(
  call: Call,
  userId: string,
): Promise<z.input<typeof InvitationLink>> {
  const secret = newSecret();
  const endsAt = await createInvitationLink(call.tx, {
    accountId: userId,
    createdById: call.principal.account.id,
    secretHash: secretHash(secret),
  });
  const { url } = servicesOf(call.request);
  return { userId, link: `${url}/accept-invitation#${secret}`, endsAt: iso(endsAt) };
}
