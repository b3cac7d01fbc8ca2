import type { Tx } from '@sallyport/db';
import { insertMailByJob, isMailServerSetForJobs } from '@sallyport/db/identity';
import type { MailTools } from './deliver-mail.ts';
import { type MailContent, NOT_ME_KINDS } from './mail-kinds.ts';
import { sealMail } from './seal-mail.ts';

/**
 * As `queueMail`, for work that nobody's call is behind: reminders, reports to Admins. The worker's next sweep sends it,
 * a minute later at most. False when nothing was written.
 */
export async function queueMailByJob(
  tools: MailTools,
  tx: Tx,
  { accountId, ...content }: MailContent & { accountId: string },
): Promise<boolean> {
  if (NOT_ME_KINDS.has(content.kind)) throw new TypeError(`${content.kind} is written by a door alone`);
  if (tools.mailbox === null && !(await isMailServerSetForJobs(tx))) return false;
  return insertMailByJob(tx, { accountId, ...sealMail(tools.sealers.STAFF, content) });
}
