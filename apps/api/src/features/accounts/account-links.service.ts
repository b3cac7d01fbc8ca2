import { newSecret, secretHash } from '@sallyport/auth';
import { Audience, ErrorCode } from '@sallyport/contracts/common';
import type { AddressChange } from '@sallyport/contracts/staff';
import type { Grant } from '@sallyport/db';
import { createAccountLink, isEmailTaken, replaceInvitedEmail } from '@sallyport/db/identity';
import type { z } from 'zod';
import { writeAudit } from '../../audit/write-audit.ts';
import { isMailConfigured, queueMail } from '../../mail/queue-mail.ts';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';

type Target = Grant<'user'> | Grant<'customer'>;

/** S10: a reset is open this long; a new address has a day to answer. */
const RESET_MINUTES = 30;
const EMAIL_CHANGE_MINUTES = 24 * 60;

const NO_MAIL =
  'Without a mail server a link could only be shown to you, and would open the account to you. Ask an Admin to set up mail, or run the admin command on the server.';

/** U5: of an account that has signed in, links go by mail alone. @throws AppError CONFLICT when no mail can be sent */
async function refuseWithoutMail(call: Call): Promise<void> {
  if (await isMailConfigured(call)) return;
  throw new AppError(ErrorCode.Conflict, {
    userMessage: NO_MAIL,
    reason: { gate: 'G9', rule: 'U5', message: NO_MAIL },
  });
}

/** S10: mails a link with which the person, who needs the second factor too, chooses a new password. */
export async function sendResetLink(call: Call, grant: Target, reason: string): Promise<void> {
  await refuseWithoutMail(call);
  const secret = newSecret();
  await createAccountLink(call.tx, {
    accountId: grant.id,
    createdById: call.principal.account.id,
    purpose: 'RESET',
    email: null,
    secretHash: secretHash(secret),
    minutes: RESET_MINUTES,
  });
  await writeAudit(call, {
    action: 'account.reset-sent',
    objectType: 'account',
    objectId: grant.id,
    reason,
  });
  await queueMail(call, {
    kind: 'password-reset',
    accountId: grant.id,
    variables: { secret, isRequestedByOther: true },
  });
}

/**
 * U6: another address, which counts once it is confirmed there. Who never signed in has nothing to confirm: the next
 * invitation goes to the new address and is its own proof.
 * @throws AppError CONFLICT when the address is taken, or cannot be asked
 */
export async function changeAddress(
  call: Call,
  grant: Target,
  newEmail: string,
  reason: string,
): Promise<z.input<typeof AddressChange>> {
  const audience = grant.facts.audience === Audience.Staff ? 'STAFF' : 'CUSTOMER';
  if (newEmail === grant.row.email) throw inField('This is the address of the account already.');
  if (await isEmailTaken(call.tx, audience, newEmail)) {
    throw new AppError(ErrorCode.Conflict, {
      userMessage: 'An account with this e-mail address exists already.',
      reason: { gate: 'G7', rule: 'U1', message: 'An account with this e-mail address exists already.' },
    });
  }
  const about = { objectType: 'account', objectId: grant.id, reason } as const;
  if (grant.row.status === 'INVITED') {
    await replaceInvitedEmail(call.tx, grant, newEmail);
    await writeAudit(call, { ...about, action: 'account.email-replaced', after: { changed: ['email'] } });
    return { state: 'changed' };
  }
  await refuseWithoutMail(call);
  const secret = newSecret();
  await createAccountLink(call.tx, {
    accountId: grant.id,
    createdById: call.principal.account.id,
    purpose: 'EMAIL_CHANGE',
    email: newEmail,
    secretHash: secretHash(secret),
    minutes: EMAIL_CHANGE_MINUTES,
  });
  await writeAudit(call, { ...about, action: 'account.email-change-requested' });
  await queueMail(call, {
    kind: 'email-change-confirm',
    accountId: grant.id,
    to: newEmail,
    variables: { secret },
  });
  return { state: 'waiting' };
}

function inField(message: string): AppError {
  return new AppError(ErrorCode.InvalidInput, { fields: [{ path: 'newEmail', message }] });
}
