import { newSecret, secretHash } from '@sallyport/auth';
import type { InvitationLink } from '@sallyport/contracts/staff';
import { createInvitationLink } from '@sallyport/db/identity';
import type { z } from 'zod';
import { queueMail } from '../../mail/queue-mail.ts';
import type { Call } from '../../trpc/call.ts';
import { servicesOf } from '../services.ts';
import { staffCaller } from '../signed-in.ts';
import { iso } from '../wire.ts';

/** U5: the link for a new member of staff. */
export async function issueInvitationLink(
  call: Call,
  userId: string,
): Promise<z.input<typeof InvitationLink>> {
  return { userId, ...(await newInvitationLink(call, userId, servicesOf(call.request).url)) };
}

/**
 * U5: a one-time link for an account that never signed in: mailed, or shown once where there is no mail server. The secret is behind the #, which no log sees.
 * @param url of the door at which the account signs in
 */
export async function newInvitationLink(
  call: Call,
  accountId: string,
  url: string,
): Promise<{ isMailed: boolean; link: string | null; endsAt: string }> {
  const secret = newSecret();
  const endsAt = await createInvitationLink(call.tx, {
    accountId,
    createdById: call.principal.account.id,
    secretHash: secretHash(secret),
  });
  const variables = { secret, inviterName: inviterName(call) };
  const isMailed = await queueMail(call, { kind: 'invitation', accountId, variables });
  // A demo shows it as well: its mail goes nowhere.
  const isShown = !isMailed || servicesOf(call.request).isDemo;
  const link = isShown ? `${url}/accept-invitation#${secret}` : null;
  return { isMailed, link, endsAt: iso(endsAt) };
}

/** C4: by display name. */
function inviterName(call: Call): string | null {
  return staffCaller(call).account.displayName;
}
