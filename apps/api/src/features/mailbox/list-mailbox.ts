import { MailboxList } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { iso, NoInput } from '../wire.ts';

/** The mail of a demo, for everyone before the machine: without it nobody could try a reset. Elsewhere it does not exist. */
export const listMailbox = procedure
  .public(
    'A demo has known passwords and nothing real in it, and reading its mail is how its links are tried.',
    async (request) => servicesOf(request).mailbox !== null,
  )
  .input(NoInput)
  .output(MailboxList)
  // A procedure that may not exist is asked for that before its input, which takes a step of preparing.
  .prepare(async () => null)
  .query(async ({ call }) => {
    const entries = servicesOf(call.request).mailbox?.list() ?? [];
    return { mails: entries.map(({ sentAt, ...mail }) => ({ ...mail, sentAt: iso(sentAt) })) };
  });
