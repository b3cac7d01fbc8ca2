import { z } from 'zod';

/** Every error a door can answer with. The set is closed: adding one means mapping it below. */
export const ErrorCode = {
  Unauthenticated: 'UNAUTHENTICATED',
  SignInFailed: 'SIGN_IN_FAILED',
  Forbidden: 'FORBIDDEN',
  ConfirmIdentity: 'CONFIRM_IDENTITY',
  WrongOrigin: 'WRONG_ORIGIN',
  NotFound: 'NOT_FOUND',
  InvalidInput: 'INVALID_INPUT',
  LinkInvalid: 'LINK_INVALID',
  PasswordRefused: 'PASSWORD_REFUSED',
  StaleEdit: 'STALE_EDIT',
  NameTaken: 'NAME_TAKEN',
  Conflict: 'CONFLICT',
  Throttled: 'THROTTLED',
  TooLarge: 'TOO_LARGE',
  NotReady: 'NOT_READY',
  Internal: 'INTERNAL',
} as const;
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

/** The HTTP status of each code: one total map. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  SIGN_IN_FAILED: 401,
  FORBIDDEN: 403,
  CONFIRM_IDENTITY: 403,
  WRONG_ORIGIN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  LINK_INVALID: 400,
  PASSWORD_REFUSED: 400,
  STALE_EDIT: 409,
  NAME_TAKEN: 409,
  CONFLICT: 409,
  THROTTLED: 429,
  TOO_LARGE: 413,
  NOT_READY: 503,
  INTERNAL: 500,
};

/** What went wrong in one field; `path` is dotted, as in `members.0.reason`. */
export const FieldProblem = z.strictObject({ path: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof FieldProblem>;

/** Why a decision refused: the first gate that said no, the rule behind it, and what was missing, in words. */
export const RefusalReason = z.strictObject({
  gate: z.enum(['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9']),
  rule: z.string().nullable(),
  message: z.string(),
});
export type RefusalReason = z.infer<typeof RefusalReason>;

/** The `data` of every error on the wire. */
export const ErrorData = z.strictObject({
  code: z.enum(Object.values(ErrorCode)),
  httpStatus: z.number().int(),
  userMessage: z.string(),
  fields: z.array(FieldProblem).optional(),
  reason: RefusalReason.optional(),
});
export type ErrorData = z.infer<typeof ErrorData>;
