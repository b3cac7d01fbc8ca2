import { z } from 'zod';
import { Duty } from './second-factors.ts';
import { DisplayName, PasswordText, singleLine, Timestamp } from './text.ts';

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

export const ChangePasswordInput = z.strictObject({ newPassword: PasswordText });
