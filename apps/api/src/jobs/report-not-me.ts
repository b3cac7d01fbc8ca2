import { readAdminsToTell } from '@sallyport/db/identity';
import { z } from 'zod';
import { queueMailByJob } from '../mail/queue-mail-by-job.ts';
import { defineJob } from './define-job.ts';

/** S7: somebody pressed "This was not me"; every Admin who can sign in is told, whichever door it was. */
export const reportNotMe = defineJob(
  'report-not-me',
  z.strictObject({ accountId: z.uuid() }),
  ({ accountId }, { mail, transaction }) =>
    transaction(async (tx) => {
      const { personName, adminIds } = await readAdminsToTell(tx, accountId);
      if (personName === null) return;
      for (const adminId of adminIds) {
        await queueMailByJob(mail, tx, {
          kind: 'not-me-reported',
          accountId: adminId,
          variables: { personName },
        });
      }
    }),
);
