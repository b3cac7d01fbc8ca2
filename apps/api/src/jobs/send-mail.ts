import { dueMails, purgeMails } from '@sallyport/db/identity';
import { z } from 'zod';
import { deliverMail } from '../mail/deliver-mail.ts';
import { defineJob, defineNightly, type JobContext } from './define-job.ts';

const AT_ONCE = 50;
const KEPT_DAYS = 30;
const ROWS_AT_ONCE = 5_000;

/** Sends one mail right after the transaction that wrote it. */
export const sendMail = defineJob('send-mail', z.strictObject({ mailId: z.uuid() }), ({ mailId }, context) =>
  deliver(context, mailId),
);

/** Every minute: whatever is due for another try, or was left behind by a process that died. */
export const sendWaitingMail = defineNightly('send-waiting-mail', '* * * * *', async (context) => {
  const due = await context.transaction((tx) => dueMails(tx, AT_ONCE));
  for (const mailId of due) {
    if (context.signal.aborted) return;
    await deliver(context, mailId);
  }
});

/** Nightly: that a mail went out is known from the audit for longer than it needs to be known from here. */
export const purgeMail = defineNightly('purge-mail', '41 3 * * *', async ({ transaction, signal }) => {
  const purge = () => transaction((tx) => purgeMails(tx, KEPT_DAYS, ROWS_AT_ONCE));
  while (!signal.aborted && (await purge()) === ROWS_AT_ONCE);
});

function deliver({ mail: tools, files, transaction }: JobContext, mailId: string): Promise<void> {
  return deliverMail({ tools, files, transaction }, mailId);
}
