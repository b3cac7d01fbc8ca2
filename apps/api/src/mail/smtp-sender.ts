import type { MailProblem } from '@sallyport/contracts/staff';
import { createTransport } from 'nodemailer';
import type { ComposedMail } from './compose-mail.ts';
import type { MailServer } from './mail-server.ts';
import { oneLine } from './one-line.ts';
import { type MailTrouble, problemOf } from './problem-of.ts';
import { LOGO_CID } from './render-html.ts';

/** Nobody waits longer than this for a mail server. */
const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

export interface OutgoingMail {
  id: string;
  recipient: string;
  firmName: string;
  composed: ComposedMail;
  logo: Buffer | null;
}

/** Beside the settings: what a test server needs, such as the certificate that it made for itself. */
export interface SmtpExtras {
  ca?: string;
}

/** Mail could not be handed over. It names the kind of trouble and keeps nothing that the server said. */
export class MailNotSent extends Error {
  readonly trouble: MailTrouble;

  constructor(trouble: MailTrouble) {
    super(`mail not sent: ${trouble.problem}`);
    this.trouble = trouble;
  }

  get problem(): MailProblem {
    return this.trouble.problem;
  }
}

/** Hands one mail to the server, to one recipient. @throws MailNotSent */
export async function sendBySmtp(
  server: MailServer,
  mail: OutgoingMail,
  extras: SmtpExtras = {},
): Promise<void> {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'TLS',
    requireTLS: server.security === 'STARTTLS',
    ignoreTLS: server.security === 'NONE',
    tls: { minVersion: 'TLSv1.2', ...(extras.ca ? { ca: extras.ca } : {}) },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
    ...authenticationOf(server),
  });
  const { subject, text, html } = mail.composed;
  const from = { name: oneLine(server.fromName || mail.firmName), address: server.fromAddress };
  try {
    await transport.sendMail({
      from,
      to: { name: '', address: mail.recipient },
      ...(server.replyTo ? { replyTo: { name: '', address: server.replyTo } } : {}),
      // The envelope is said, not derived: whatever stands in a header, there is one recipient.
      envelope: { from: server.fromAddress, to: [mail.recipient] },
      subject,
      text,
      html,
      // The same in every try, so that mail programs see one message.
      messageId: `<${mail.id}@${server.fromAddress.split('@')[1] ?? 'localhost'}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      attachments: mail.logo
        ? [
            {
              filename: 'logo.png',
              content: mail.logo,
              cid: LOGO_CID,
              contentType: 'image/png',
              contentDisposition: 'inline' as const,
            },
          ]
        : [],
    });
  } catch (error) {
    throw new MailNotSent(problemOf(error));
  } finally {
    transport.close();
  }
}

function authenticationOf({ username, secret }: MailServer) {
  if (secret === null) return {};
  if (secret.kind === 'PASSWORD') return { auth: { user: username, pass: secret.password } };
  return {
    auth: {
      type: 'OAuth2' as const,
      user: username,
      clientId: secret.clientId,
      clientSecret: secret.clientSecret,
      refreshToken: secret.refreshToken,
      accessUrl: secret.tokenUrl,
    },
  };
}
