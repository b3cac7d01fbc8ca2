import { z } from 'zod';
import { PasskeyId, SessionId } from './ids.ts';
import { singleLine, Timestamp } from './text.ts';

/**
 * S5 [RFC 6238]: six digits every 30 seconds; the current and the previous step count, each once. Ten recovery codes of
 * 80 bits. A sign-in that owes a factor lasts ten minutes and five wrong codes.
 */
export const FACTOR_LIMITS = {
  totpDigits: 6,
  totpStepSeconds: 30,
  recoveryCodes: 10,
  passkeysAtMost: 10,
  pendingMinutes: 10,
  pendingTries: 5,
} as const;

/** Six digits, as an authenticator app shows them; a space in the middle is dropped. */
export const TotpCode = z
  .string()
  .transform((text) => text.replace(/\s+/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'Type the six digits that your authenticator app shows.' }));

/** Sixteen letters and digits in four groups; case, dashes and spaces do not matter. */
export const RecoveryCodeText = z
  .string()
  .transform((text) => text.toUpperCase().replace(/[\s-]+/g, ''))
  .pipe(
    z.string().regex(/^[A-Z2-7]{16}$/, { error: 'Type one recovery code: four groups of four characters.' }),
  );

/**
 * What a browser says of a passkey, as its own JSON form has it (WebAuthn Level 3 §5.1). Its fields are checked by the
 * library that verifies it; here only its size and shape are.
 */
export const PasskeyResponse = z
  .looseObject({
    id: z.string().min(1).max(2048),
    rawId: z.string().min(1).max(2048),
    type: z.literal('public-key'),
    response: z.record(z.string().max(40), z.unknown()),
  })
  .refine((value) => JSON.stringify(value).length <= 16_384, { error: 'This is too long for a passkey.' });
export type PasskeyResponse = z.infer<typeof PasskeyResponse>;

/** What the server asks a browser to do with a passkey, in the form that `navigator.credentials` takes after decoding. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });
export type PasskeyOptions = z.infer<typeof PasskeyOptions>;

/** How signing in goes on: in, or one of these factors first. */
export const SignInResult = z.discriminatedUnion('next', [
  z.strictObject({ next: z.literal('in') }),
  z.strictObject({
    next: z.literal('factor'),
    totp: z.boolean(),
    passkey: z.boolean(),
    recoveryCode: z.boolean(),
  }),
]);
export type SignInResult = z.infer<typeof SignInResult>;

export const PresentTotpInput = z.strictObject({ code: TotpCode });
export const PresentRecoveryCodeInput = z.strictObject({ code: RecoveryCodeText });
export const PresentPasskeyInput = z.strictObject({ response: PasskeyResponse });

/** A passkey as its owner sees it. */
export const PasskeyRow = z.strictObject({
  id: PasskeyId,
  name: z.string(),
  isSynced: z.boolean(),
  createdAt: Timestamp,
  lastUsedAt: Timestamp.nullable(),
});
export type PasskeyRow = z.infer<typeof PasskeyRow>;

/** One's own second factors. */
export const OwnFactors = z.strictObject({
  totp: z.strictObject({ since: Timestamp, lastUsedAt: Timestamp.nullable() }).nullable(),
  passkeys: z.array(PasskeyRow),
  /** Unused recovery codes; null when none were ever made. */
  recoveryCodesLeft: z.number().int().nullable(),
  /** The policy demands one, so the last cannot be removed. */
  isRequired: z.boolean(),
});
export type OwnFactors = z.infer<typeof OwnFactors>;

/** A seed shown once, to be typed or scanned. `uri` is the otpauth URI of the QR code. */
export const TotpEnrolment = z.strictObject({ secret: z.string(), uri: z.string() });

export const ConfirmTotpInput = z.strictObject({ code: TotpCode });

/** After a first factor: recovery codes, shown this once. Null when there are codes already. */
export const FactorEnrolled = z.strictObject({ recoveryCodes: z.array(z.string()).nullable() });

export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });

export const PasskeyName = singleLine(80);
export const FinishPasskeyInput = z.strictObject({ name: PasskeyName, response: PasskeyResponse });
export const RenamePasskeyInput = z.strictObject({ passkeyId: PasskeyId, name: PasskeyName });
export const RemovePasskeyInput = z.strictObject({ passkeyId: PasskeyId });

/** S4: what happened to one's account since one was here before. */
export const SignInSummary = z.strictObject({
  lastSignIn: z.strictObject({ at: Timestamp, address: z.string().nullable() }).nullable(),
  failuresSince: z.number().int(),
  lastFailure: z.strictObject({ at: Timestamp, address: z.string().nullable() }).nullable(),
});
export type SignInSummary = z.infer<typeof SignInSummary>;

/** Duties that come before everything else (G3). */
export const Duty = z.enum(['change-password', 'enrol-second-factor']);
export type Duty = z.infer<typeof Duty>;

/** How a session came to be. */
export const SessionMethod = z.enum([
  'PASSWORD',
  'PASSWORD_TOTP',
  'PASSWORD_PASSKEY',
  'PASSWORD_RECOVERY',
  'PASSKEY',
  'INVITATION',
  'SETUP',
]);
export type SessionMethod = z.infer<typeof SessionMethod>;

/** S6: a live session in a list, by its public id. */
export const SessionRow = z.strictObject({
  id: SessionId,
  /** The one that asks; never when looking at another person's. */
  isCurrent: z.boolean(),
  createdAt: Timestamp,
  lastUsedAt: Timestamp,
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  method: SessionMethod,
});
export type SessionRow = z.infer<typeof SessionRow>;

export const SessionList = z.strictObject({ sessions: z.array(SessionRow) });
export const EndSessionInput = z.strictObject({ sessionId: SessionId });
