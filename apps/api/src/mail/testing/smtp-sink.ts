import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { TEST_CERTIFICATE } from './test-certificate.ts';

/** A mail as the server got it. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** The whole message: headers and body as they went over the wire. */
  raw: string;
  isEncrypted: boolean;
  user: string | null;
}

export interface SmtpSink extends AsyncDisposable {
  port: number;
  received: ReceivedMail[];
  /** Sign-ins that were tried, with what they presented. */
  signIns: { method: string; username: string; secret: string }[];
  /** What the next conversations are answered at RCPT TO, one each; then all are taken. */
  refuseNext(...answers: { code: number; text: string }[]): void;
}

/** A real mail server on this machine, which keeps what it gets. */
export async function openSmtpSink(
  options: { isTls?: boolean; hasStartTls?: boolean; user?: { name: string; secret: string } } = {},
): Promise<SmtpSink> {
  const { isTls = false, hasStartTls = false, user } = options;
  const received: ReceivedMail[] = [];
  const signIns: SmtpSink['signIns'] = [];
  const refusals: { code: number; text: string }[] = [];
  const refusal = ({ code, text }: { code: number; text: string }) =>
    Object.assign(new Error(text), { responseCode: code });
  const settings: SMTPServerOptions = {
    secure: isTls,
    ...TEST_CERTIFICATE,
    authOptional: user === undefined,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    allowInsecureAuth: true,
    disabledCommands: hasStartTls ? [] : ['STARTTLS'],
    logger: false,
    onAuth(auth, _session, done) {
      const secret = String(auth.accessToken ?? auth.password ?? '');
      signIns.push({ method: auth.method, username: String(auth.username), secret });
      const isKnown = user !== undefined && auth.username === user.name && secret === user.secret;
      if (isKnown) done(null, { user: user.name });
      // The echo of a secret, as some servers do it: it must not get any further.
      else done(refusal({ code: 535, text: `not with ${secret}` }));
    },
    onRcptTo(_address, _session, done) {
      const next = refusals.shift();
      if (next) done(refusal(next));
      else done();
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
          isEncrypted: session.secure === true,
          user: typeof session.user === 'string' ? session.user : null,
        });
        done();
      });
    },
  };
  const server = new SMTPServer(settings);
  // Clients that hang up over a certificate are what some tests are about.
  server.on('error', () => undefined);
  server.listen(0, 'localhost');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    received,
    signIns,
    refuseNext: (...answers) => void refusals.push(...answers),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
