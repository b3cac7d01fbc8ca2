import { adminIds } from '@sallyport/db/identity';
import type { MailContent } from '../../mail/mail-kinds.ts';
import { queueMails } from '../../mail/queue-mail.ts';
import type { Call } from '../../trpc/call.ts';
import { staffCaller } from '../signed-in.ts';

/** A4, A17: all Admins in use are told, whoever did it; `alsoTo` when the change made somebody no Admin any more. */
export async function tellAdmins(call: Call, content: MailContent, alsoTo?: string): Promise<void> {
  const ids = new Set(await adminIds(call.tx));
  if (alsoTo !== undefined) ids.add(alsoTo);
  await queueMails(call, ids, content);
}

/** The caller's name, for a mail that says who did it. */
export function callerName(call: Call): string {
  return staffCaller(call).account.displayName;
}
