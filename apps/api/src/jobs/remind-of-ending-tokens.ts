import { takeEndingTokens } from '@sallyport/db';
import { isMailServerSetForJobs } from '@sallyport/db/identity';
import { queueMailByJob } from '../mail/queue-mail-by-job.ts';
import { defineNightly } from './define-job.ts';

const AT_ONCE = 200;

/** T1: owners are told 7 days and 1 day before a token ends, each once. */
export const remindOfEndingTokens = defineNightly(
  'remind-of-ending-tokens',
  '7 6 * * *',
  async ({ transaction, mail, signal }) => {
    // Nobody is told without a mail server, so nobody counts as told.
    if (mail.mailbox === null && !(await transaction(isMailServerSetForJobs))) return;
    const remind = () =>
      transaction(async (tx) => {
        const tokens = await takeEndingTokens(tx, AT_ONCE);
        for (const { accountId, name, expiresAt } of tokens) {
          await queueMailByJob(mail, tx, {
            kind: 'token-ending',
            accountId,
            variables: { tokenName: name, endsAt: expiresAt.toISOString() },
          });
        }
        return tokens.length;
      });
    while (!signal.aborted && (await remind()) === AT_ONCE);
  },
);
