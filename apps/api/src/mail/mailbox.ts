import type { ComposedMail } from './compose-mail.ts';

/** A mail that a demo did not send. */
export interface MailboxEntry extends ComposedMail {
  id: string;
  to: string;
  sentAt: Date;
}

const KEPT = 100;

/** Where a demo puts its mail: in memory, shown at /mailbox, gone when it stops. */
export class Mailbox {
  readonly #entries: MailboxEntry[] = [];

  put(entry: MailboxEntry): void {
    this.#entries.unshift(entry);
    this.#entries.splice(KEPT);
  }

  /** The newest first. */
  list(): readonly MailboxEntry[] {
    return [...this.#entries];
  }
}
