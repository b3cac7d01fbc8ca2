import { insertMail, insertMails, isMailServerSet } from '@sallyport/db/identity';
import { servicesOf } from '../features/services.ts';
import type { Call } from '../trpc/call.ts';
import type { RequestContext } from '../trpc/context.ts';
import type { MailContent } from './mail-kinds.ts';
import { sealMail } from './seal-mail.ts';

/** A mail to one account. */
export type MailToQueue = MailContent & {
  accountId: string;
  /** Another address than the account's present one: only where the kind says so, and from the staff door. */
  to?: string;
};

type MailCall = Pick<Call, 'tx' | 'request'>;

/**
 * Writes a mail in the call's own transaction; the worker sends it after the commit. Without a mail server (and outside
 * a demo) nothing is written, so that no old notice goes out on the day when one is set.
 * @returns false when nothing was written
 */
export async function queueMail(
  call: MailCall,
  { accountId, to, ...content }: MailToQueue,
): Promise<boolean> {
  if (!(await isMailConfigured(call))) return false;
  const { audience, sealer } = servicesOf(call.request);
  return insertMail(call.tx, audience, { accountId, ...sealMail(sealer, content) }, to ?? null);
}

/** The same to many accounts, each with a mail of its own: nobody sees who else is told. */
export async function queueMails(
  call: MailCall,
  accountIds: Iterable<string>,
  content: MailContent,
): Promise<void> {
  if (!(await isMailConfigured(call))) return;
  const { audience, sealer } = servicesOf(call.request);
  const mails = [...accountIds].map((accountId) => ({ accountId, ...sealMail(sealer, content) }));
  await insertMails(call.tx, audience, mails);
}

/** U5: whether one-time links are mailed. Otherwise they are shown to whoever asked for them. */
export async function isMailConfigured({ tx, request }: MailCall): Promise<boolean> {
  const { isDemo, audience } = servicesOf(request);
  return isDemo || (await isMailServerSet(tx, audience));
}

/** From where a request came, for the words of a notice. */
export function originOf({ address, userAgent }: Pick<RequestContext, 'address' | 'userAgent'>): {
  address: string;
  userAgent: string;
} {
  return { address: address.slice(0, 60), userAgent: userAgent.slice(0, 300) };
}
