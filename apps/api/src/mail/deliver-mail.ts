import { Audience } from '@sallyport/contracts/common';
import type { Tx } from '@sallyport/db';
import {
  type ClaimedMail,
  claimMail,
  dropMail,
  failMail,
  markMailSent,
  postponeMail,
  readMailSender,
} from '@sallyport/db/identity';
import type { FileStore } from '../files/file-store.ts';
import { BrokenSealError, type Sealer } from '../secrets/sealer.ts';
import { type ComposedMail, composeMail, type DoorUrls } from './compose-mail.ts';
import { type MailKind, mailPlace, SealedMail } from './mail-kinds.ts';
import { openMailServer } from './mail-server.ts';
import type { Mailbox } from './mailbox.ts';
import type { MailTrouble } from './problem-of.ts';
import { isUseful, nextWaitMs } from './retry-times.ts';
import { MailNotSent, type OutgoingMail, type SmtpExtras, sendBySmtp } from './smtp-sender.ts';
import { isMailKind } from './templates.ts';

/** What the worker needs to send mail. It holds the keys of both doors; a portal process holds its own alone. */
export interface MailTools {
  sealers: Readonly<Record<Audience, Sealer>>;
  urls: DoorUrls;
  /** Takes the mail of a demo without a server; null otherwise. */
  mailbox: Mailbox | null;
  smtp?: SmtpExtras;
}

interface Delivery {
  tools: MailTools;
  files: FileStore;
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

type Sender = Awaited<ReturnType<typeof readMailSender>>;

/**
 * Sends one mail that is due, or puts it off, or gives it up. It is claimed first, so that two workers never send the
 * same; one that dies in between is tried again by the next sweep. Nothing is held while the server answers.
 */
export async function deliverMail({ tools, files, transaction }: Delivery, mailId: string): Promise<void> {
  const mail = await transaction((tx) => claimMail(tx, mailId));
  if (!mail) return;
  const { kind } = mail;
  if (!isMailKind(kind)) return transaction((tx) => failMail(tx, mailId, 'unreadable'));
  if (mail.reader === null) return transaction((tx) => dropMail(tx, mailId, 'nobody'));
  if (!isUseful(kind, mail.ageMs)) return transaction((tx) => dropMail(tx, mailId, 'too-late'));
  try {
    const outcome = await hand(tools, files, transaction, { ...mail, kind, reader: mail.reader });
    await transaction((tx) =>
      outcome === 'sent' ? markMailSent(tx, mailId) : dropMail(tx, mailId, 'no-server'),
    );
  } catch (error) {
    const trouble = troubleOf(error);
    const wait = trouble.isFinal ? null : nextWaitMs(kind, mail.tries, mail.ageMs);
    await transaction((tx) =>
      wait === null ? failMail(tx, mailId, trouble.problem) : postponeMail(tx, mailId, trouble.problem, wait),
    );
  }
}

type KnownMail = ClaimedMail & { kind: MailKind; reader: NonNullable<ClaimedMail['reader']> };

async function hand(
  tools: MailTools,
  files: FileStore,
  transaction: Delivery['transaction'],
  mail: KnownMail,
): Promise<'sent' | 'no-server'> {
  const { sender, logo } = await transaction(async (tx) => {
    const found = await readMailSender(tx);
    return { sender: found, logo: await readLogo(files, tx, found) };
  });
  const { recipient } = mail;
  const composed = compose(tools, mail, sender, logo !== null);
  const outgoing: OutgoingMail = { id: mail.id, recipient, firmName: sender.firmName, composed, logo };
  if (sender.server !== null) {
    await sendBySmtp(openMailServer(sender.server, tools.sealers.STAFF), outgoing, tools.smtp);
    return 'sent';
  }
  if (tools.mailbox === null) return 'no-server';
  const html = logo ? inlineLogo(composed.html, logo) : composed.html;
  tools.mailbox.put({ ...composed, html, id: mail.id, to: recipient, sentAt: mail.claimedAt });
  return 'sent';
}

function compose(tools: MailTools, mail: KnownMail, sender: Sender, hasLogo: boolean): ComposedMail {
  const sealer = tools.sealers[mail.door === 'STAFF' ? Audience.Staff : Audience.Customer];
  const plain = sealer.open('mail', mail.sealed, mailPlace(mail.id)).toString();
  const { variables, notMeSecret } = SealedMail.parse(JSON.parse(plain));
  const reader = { ...mail.reader, email: mail.recipient };
  const { kind } = mail;
  const { firmName } = sender;
  return composeMail({ kind, variables, notMeSecret, reader, firmName, urls: tools.urls, hasLogo });
}

/** A logo that cannot be read must not keep a mail from going out. */
async function readLogo(files: FileStore, tx: Tx, { logoFileId }: Sender): Promise<Buffer | null> {
  if (logoFileId === null) return null;
  try {
    return await (await files.open(tx, logoFileId, 'INSIDE')).read();
  } catch {
    return null;
  }
}

function inlineLogo(html: string, logo: Buffer): string {
  return html.replace(/cid:[^"]+/, `data:image/png;base64,${logo.toString('base64')}`);
}

/** What is no trouble of sending is one of reading: a seal, or variables of another version. */
function troubleOf(error: unknown): MailTrouble {
  if (error instanceof MailNotSent) return error.trouble;
  if (error instanceof BrokenSealError || (error instanceof Error && error.name === 'ZodError')) {
    return { problem: 'unreadable', isFinal: true };
  }
  throw error;
}
