import { z } from 'zod';
import { Timestamp } from '../common/text.ts';

/** A mail that a demo kept instead of sending it. */
export const MailboxEntry = z.strictObject({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  sentAt: Timestamp,
  text: z.string(),
  /** A whole page; shown in a frame without any rights. */
  html: z.string(),
  actionUrl: z.string().nullable(),
  notMeUrl: z.string().nullable(),
});
export type MailboxEntry = z.infer<typeof MailboxEntry>;

export const MailboxList = z.strictObject({ mails: z.array(MailboxEntry) });
