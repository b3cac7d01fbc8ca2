import { z } from 'zod';
import { Duty, RecoveryCodeText, TotpCode } from './second-factors.ts';
import { DisplayName, EmailAddress, PasswordText, singleLine, Timestamp } from './text.ts';

/** S6: minutes without anything a person did, per audience, and hours in all. */
export const SESSION_LIMITS = {
  STAFF: { idleMinutes: 60, absoluteHours: 12 },
  CUSTOMER: { idleMinutes: 30, absoluteHours: 12 },
} as const;

/** S8: minutes that "Confirm it's you" holds, and to which use may stretch it. */
export const CONFIRMATION_LIMITS = { holdsMinutes: 10, atMostMinutes: 30 } as const;

export const SignInInput = z.strictObject({
  identifier: singleLine(254),
  password: PasswordText,
});
export type SignInInput = z.infer<typeof SignInInput>;

export const ConfirmIdentityInput = z.strictObject({ password: PasswordText });

/** When the present session ends if nothing happens, and until when identity counts as confirmed. */
export const SessionState = z.strictObject({
  idleEndsAt: Timestamp,
  absoluteEndsAt: Timestamp,
  confirmedUntil: Timestamp.nullable(),
  /** What must be done before anything else. */
  duties: z.array(Duty),
});
export type SessionState = z.infer<typeof SessionState>;

/** Answer of every procedure that only has to say that it happened. */
export const Done = z.strictObject({ done: z.literal(true) });

/** A secret from a one-time link: 256 bits in base64url. */
export const LinkSecret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, { error: 'This link is not complete. Copy all of it.' });

export const AcceptInvitationInput = z.strictObject({
  secret: LinkSecret,
  displayName: DisplayName,
  password: PasswordText,
});

/** S10: for whom a new password is asked. The answer is the same for everyone. */
export const RequestPasswordResetInput = z.strictObject({ identifier: singleLine(254) });

export const CompletePasswordResetInput = z.strictObject({
  secret: LinkSecret,
  newPassword: PasswordText,
  /** Of the authenticator app, or a recovery code; left out until it is asked for. */
  code: z
    .union([TotpCode, RecoveryCodeText], { error: 'Type the six digits, or one recovery code.' })
    .optional(),
});

/** S10: done, or the second factor first; the link stays good until then. */
export const PasswordResetResult = z.discriminatedUnion('next', [
  z.strictObject({ next: z.literal('done') }),
  z.strictObject({
    next: z.literal('factor'),
    hasTotp: z.boolean(),
    /** A code was sent, and it was wrong, used before, or one too many. */
    isWrong: z.boolean(),
  }),
]);
export type PasswordResetResult = z.infer<typeof PasswordResetResult>;

/** U6: where one wants to be written to from now on. */
export const RequestEmailChangeInput = z.strictObject({ newEmail: EmailAddress });

/** Of procedures that only use a link up. */
export const LinkInput = z.strictObject({ secret: LinkSecret });

export const ChangePasswordInput = z.strictObject({ newPassword: PasswordText });
