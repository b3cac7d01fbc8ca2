import { z } from 'zod';
import { EmailAddress, singleLine, Timestamp } from '../common/text.ts';

/** How the connection to the mail server is protected. */
export const MailSecurity = z.enum(['NONE', 'STARTTLS', 'TLS']);
export type MailSecurity = z.infer<typeof MailSecurity>;

/** How Sallyport signs in to the mail server. */
export const MailAuthentication = z.enum(['NONE', 'PASSWORD', 'XOAUTH2']);
export type MailAuthentication = z.infer<typeof MailAuthentication>;

/** The port that is usual for each. */
export const MAIL_PORT = { NONE: 25, STARTTLS: 587, TLS: 465 } as const satisfies Record<
  MailSecurity,
  number
>;

/** Why a mail could not be sent: a kind of trouble, never the server's own words, which may quote what was sent. */
export const MailProblem = z.enum([
  'no-server',
  'no-connection',
  'timeout',
  'tls',
  'sign-in-refused',
  'token-refused',
  'busy',
  'recipient-refused',
  'refused',
  'unreadable',
  'too-late',
  'nobody',
]);
export type MailProblem = z.infer<typeof MailProblem>;

const Host = z
  .string()
  .trim()
  .toLowerCase()
  .max(253, { error: 'Use at most 253 characters.' })
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[?[0-9a-f:]+\]?)$/, {
    error: 'Write the name of the server alone, such as mail.firm.example.',
  });

const Port = z
  .number({ error: 'Write a port number, such as 587.' })
  .int()
  .min(1, { error: 'A port lies between 1 and 65535.' })
  .max(65_535, { error: 'A port lies between 1 and 65535.' });

/** Where XOAUTH2 gets its access tokens: https, or http on this machine alone. */
const TokenUrl = z
  .url({ protocol: /^https?$/, error: 'Write an address such as https://login.example/token.' })
  .max(500)
  .refine((url) => url.startsWith('https:') || /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(url), {
    error: 'Use https, so that the secret is not sent in the open.',
  });

const OauthSecret = z.strictObject({
  clientSecret: singleLine(2_000),
  refreshToken: singleLine(4_000),
});

/** The mail server as administrators see it; its secret never leaves the server. */
export const MailSettings = z.strictObject({
  /** False while no server is set; the other fields then hold what the form begins with. */
  isSet: z.boolean(),
  host: z.string(),
  port: z.number().int(),
  security: MailSecurity,
  authentication: MailAuthentication,
  username: z.string(),
  tokenUrl: z.string(),
  clientId: z.string(),
  hasSecret: z.boolean(),
  fromAddress: z.string(),
  fromName: z.string(),
  replyTo: z.string(),
  /** 0 while no server is set. */
  version: z.number().int(),
  updatedAt: Timestamp.nullable(),
  /** Mails that wait or failed in the last seven days. */
  waiting: z.number().int(),
  failed: z.number().int(),
  lastProblem: MailProblem.nullable(),
});
export type MailSettings = z.infer<typeof MailSettings>;

export const UpdateMailSettingsInput = z
  .strictObject({
    version: z.number().int().min(0),
    host: Host,
    port: Port,
    security: MailSecurity,
    authentication: MailAuthentication,
    username: singleLine(320, 0),
    tokenUrl: z.union([z.literal(''), TokenUrl]).default(''),
    clientId: singleLine(300, 0).default(''),
    /** PASSWORD: null keeps the one that is stored. */
    password: z.string().min(1).max(1_000).nullable().default(null),
    /** XOAUTH2: null keeps what is stored. */
    oauth: OauthSecret.nullable().default(null),
    fromAddress: EmailAddress,
    fromName: singleLine(80, 0),
    replyTo: z.union([z.literal(''), EmailAddress]),
  })
  .superRefine((value, context) => {
    const demand = (path: 'username' | 'tokenUrl' | 'clientId') => {
      if (value[path] === '') context.addIssue({ code: 'custom', path: [path], message: 'Fill this in.' });
    };
    if (value.authentication !== 'NONE') demand('username');
    if (value.authentication === 'XOAUTH2') {
      demand('tokenUrl');
      demand('clientId');
    }
    if (value.authentication !== 'NONE' && value.security === 'NONE' && value.host !== 'localhost') {
      const message = 'Choose STARTTLS or TLS: without either the password would be sent in the open.';
      context.addIssue({ code: 'custom', path: ['security'], message });
    }
  });
export type UpdateMailSettingsInput = z.infer<typeof UpdateMailSettingsInput>;

export const RemoveMailSettingsInput = z.strictObject({ version: z.number().int() });

/** What became of a test mail to oneself. */
export const MailTestResult = z.strictObject({
  /** Null when the server took it. */
  problem: MailProblem.nullable(),
  sentTo: z.string(),
  tookMs: z.number().int(),
});
export type MailTestResult = z.infer<typeof MailTestResult>;
