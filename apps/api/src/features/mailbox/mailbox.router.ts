import { createRouter } from '../../trpc/procedure.ts';
import { listMailbox } from './list-mailbox.ts';

export const mailboxRouter = createRouter({ list: listMailbox });
