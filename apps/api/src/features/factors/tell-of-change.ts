import type { MailVariables } from '../../mail/mail-kinds.ts';
import { originOf, queueMail } from '../../mail/queue-mail.ts';
import type { Call } from '../../trpc/call.ts';

/** Tells the owner by mail that a factor changed. */
export async function tellOfChange(call: Call, what: MailVariables<'factor-changed'>['what']): Promise<void> {
  const variables = { what, origin: originOf(call.request) };
  await queueMail(call, { kind: 'factor-changed', accountId: call.principal.account.id, variables });
}
