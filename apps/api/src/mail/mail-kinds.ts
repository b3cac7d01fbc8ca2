import { z } from 'zod';
import { oneLine } from './one-line.ts';

const secret = z.string().min(32).max(100);
const words = z.string().max(200).transform(oneLine);
const moment = z.iso.datetime();

/** From where something was done, as the server saw it. */
const origin = z.strictObject({
  address: z.string().max(60).transform(oneLine),
  userAgent: z.string().max(300),
});

/** Every kind of mail and what its words need. Secrets of links are in here, which is why it is sealed while it waits. */
export const MAIL_VARIABLES = {
  /** U5. `inviterName` null when nobody is named to the invited. */
  invitation: z.strictObject({ secret, inviterName: words.nullable() }),
  /** S10. `isRequestedByOther`: an administrator sent it. */
  'password-reset': z.strictObject({ secret, isRequestedByOther: z.boolean() }),
  /** U6: goes to the new address. */
  'email-change-confirm': z.strictObject({ secret }),
  /** U6: goes to the old address. */
  'email-changed': z.strictObject({}),
  'password-changed': z.strictObject({ how: z.enum(['changed', 'reset']), origin }),
  'factor-changed': z.strictObject({
    what: z.enum([
      'totp-added',
      'totp-removed',
      'passkey-added',
      'passkey-removed',
      'recovery-codes-renewed',
      'recovery-code-used',
      'factors-reset',
    ]),
    origin,
  }),
  'new-device': z.strictObject({ at: moment, origin }),
  /** Goes to Admins (A17). */
  'account-suspended': z.strictObject({ personName: words, byName: words, reason: words }),
  /** Goes to Admins. */
  'account-deactivated': z.strictObject({ personName: words, byName: words }),
  /** Goes to all Admins (A4). */
  'admin-flag-changed': z.strictObject({ personName: words, byName: words, isAdmin: z.boolean() }),
  /** Goes to the customer (U7). */
  'company-changed': z.strictObject({ companyName: words }),
  /** Goes to Admins: somebody pressed "This was not me". */
  'not-me-reported': z.strictObject({ personName: words }),
  'token-created': z.strictObject({ tokenName: words, endsAt: moment, origin }),
  'token-ending': z.strictObject({ tokenName: words, endsAt: moment }),
  /** A7. `groupName` null when the whole account ends. */
  'access-ending': z.strictObject({ groupName: words.nullable(), endsAt: moment }),
  /** The settings work: goes to whoever asked. */
  test: z.strictObject({}),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type MailKind = keyof typeof MAIL_VARIABLES;
export type MailVariables<Kind extends MailKind = MailKind> = z.output<(typeof MAIL_VARIABLES)[Kind]>;

/** A kind together with its own variables. */
export type MailContent = {
  [Kind in MailKind]: { kind: Kind; variables: MailVariables<Kind> };
}[MailKind];

/** Security notices: their mails carry a link "This was not me". */
export const NOT_ME_KINDS: ReadonlySet<MailKind> = new Set<MailKind>([
  'email-changed',
  'password-changed',
  'factor-changed',
  'new-device',
  'token-created',
]);

/** What is sealed: the variables, and the secret behind "This was not me" where there is one. */
export const SealedMail = z.strictObject({ variables: z.unknown(), notMeSecret: secret.nullable() });
export type SealedMail = z.output<typeof SealedMail>;

/** Binds the sealed content to its row. */
export function mailPlace(mailId: string): string {
  return `mail:${mailId}`;
}
