import type { RefusalReason } from '@sallyport/contracts/common';
import { ErrorCode, type ErrorData, type FieldProblem, HTTP_STATUS } from '@sallyport/contracts/common';
import { constraintOf, InvalidCursor } from '@sallyport/db';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';

type TrpcCode = TRPCError['code'];

/** Words for people where the thrower gave none: what happened and what to do. */
const DEFAULT_MESSAGES: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: 'You are signed out. Sign in to go on.',
  SIGN_IN_FAILED: 'E-mail, username or password is not right, or the account cannot sign in now.',
  FORBIDDEN: 'Your groups do not allow this.',
  CONFIRM_IDENTITY: "Confirm it's you to go on.",
  WRONG_ORIGIN: 'This request did not come from this site. Reload the page and try again.',
  NOT_FOUND: 'Not found, or not shared with you.',
  INVALID_INPUT: 'Some fields need attention.',
  LINK_INVALID: 'This link was used already, has ended or is not complete. Ask for a new one.',
  PASSWORD_REFUSED: 'Choose another password.',
  STALE_EDIT: 'Somebody changed this in the meantime. Load it again; your entries stay here.',
  NAME_TAKEN: 'This name is taken, or looks like one that is.',
  CONFLICT: 'This does not fit the present state. Load it again and look.',
  THROTTLED: 'Too many tries. Wait a little and try again.',
  TOO_LARGE: 'That is too large.',
  NOT_READY: 'The server is not ready yet. Try again in a moment.',
  INTERNAL: 'Something went wrong on our side. Nothing was changed.',
};

const TRPC_CODES: Readonly<Record<ErrorCode, TrpcCode>> = {
  UNAUTHENTICATED: 'UNAUTHORIZED',
  SIGN_IN_FAILED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  CONFIRM_IDENTITY: 'FORBIDDEN',
  WRONG_ORIGIN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  INVALID_INPUT: 'BAD_REQUEST',
  LINK_INVALID: 'BAD_REQUEST',
  PASSWORD_REFUSED: 'BAD_REQUEST',
  STALE_EDIT: 'CONFLICT',
  NAME_TAKEN: 'CONFLICT',
  CONFLICT: 'CONFLICT',
  THROTTLED: 'TOO_MANY_REQUESTS',
  TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  NOT_READY: 'SERVICE_UNAVAILABLE',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
};

/** What tRPC itself may raise before or around our builder. */
const FROM_TRPC: Partial<Record<TrpcCode, ErrorCode>> = {
  BAD_REQUEST: ErrorCode.InvalidInput,
  PARSE_ERROR: ErrorCode.InvalidInput,
  UNSUPPORTED_MEDIA_TYPE: ErrorCode.InvalidInput,
  METHOD_NOT_SUPPORTED: ErrorCode.NotFound,
  NOT_FOUND: ErrorCode.NotFound,
  PAYLOAD_TOO_LARGE: ErrorCode.TooLarge,
};

/** Constraints that a person can run into, by name; any other is a fault of ours. */
const CONSTRAINT_ERRORS: Readonly<Record<string, { code: ErrorCode; userMessage: string; rule: string }>> = {
  at_least_one_usable_admin: {
    code: ErrorCode.Conflict,
    userMessage: 'One Admin who can sign in must remain. Make somebody else an Admin first.',
    rule: 'A5',
  },
  account_audience_email_key: {
    code: ErrorCode.Conflict,
    userMessage: 'An account with this e-mail address exists already.',
    rule: 'U1',
  },
  account_username_key: {
    code: ErrorCode.Conflict,
    userMessage: 'This username is taken. Choose another.',
    rule: 'U1',
  },
  company_external_name_key: {
    code: ErrorCode.NameTaken,
    userMessage: 'A company with this name exists already. Choose another name.',
    rule: 'U8',
  },
  passkey_at_most_ten: {
    code: ErrorCode.Conflict,
    userMessage: 'You have ten passkeys. Remove one before you add another.',
    rule: 'S5',
  },
  passkey_credential_id_key: {
    code: ErrorCode.Conflict,
    userMessage: 'This passkey is registered already.',
    rule: 'S5',
  },
  project_has_owner: {
    code: ErrorCode.Conflict,
    userMessage: 'A project has at least one lead. Choose one.',
    rule: 'A15',
  },
  project_dates_in_order: {
    code: ErrorCode.InvalidInput,
    userMessage: 'The last day of testing is before the first. Change one of them.',
    rule: 'R2',
  },
  report_released_version_key: {
    code: ErrorCode.Conflict,
    userMessage: 'This version is released already. Generate the report again.',
    rule: 'C5',
  },
  report_released_immutable: {
    code: ErrorCode.Conflict,
    userMessage: 'This version is released, so it never changes. Generate a new one.',
    rule: 'C5',
  },
  finding_in_released_report: {
    code: ErrorCode.Conflict,
    userMessage: 'A released report tells of this finding, so it stays published.',
    rule: 'C5',
  },
  access_group_name_skeleton_key: {
    code: ErrorCode.NameTaken,
    userMessage: 'A group with this name exists, or one that looks the same. Choose another name.',
    rule: 'A6',
  },
};

/** An outcome that a caller can act on. `message` is for logs, `userMessage` for people; neither holds a secret. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly userMessage: string;
  readonly fields: readonly FieldProblem[] | undefined;
  readonly reason: RefusalReason | undefined;
  /** Whether the audit knows of it already; an error passes several layers. */
  isRecorded = false;

  constructor(
    code: ErrorCode,
    details: {
      userMessage?: string;
      log?: string;
      fields?: readonly FieldProblem[];
      reason?: RefusalReason;
      cause?: unknown;
    } = {},
  ) {
    super(details.log ?? code, { cause: details.cause });
    this.code = code;
    this.userMessage = details.userMessage ?? DEFAULT_MESSAGES[code];
    this.fields = details.fields;
    this.reason = details.reason;
  }
}

function fromZod(error: ZodError): AppError {
  const fields = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  return new AppError(ErrorCode.InvalidInput, { fields, log: 'input refused by its schema', cause: error });
}

/** Any thrown thing as an AppError: ours as it is, schema and constraint errors translated, the rest INTERNAL. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof TRPCError) {
    if (error.cause instanceof AppError) return error.cause;
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ZodError) return fromZod(error.cause);
    const code = FROM_TRPC[error.code];
    if (code) return new AppError(code, { log: error.message, cause: error });
    if (error.cause) return toAppError(error.cause);
    return new AppError(ErrorCode.Internal, { log: error.message, cause: error });
  }
  // Prisma: no connection came free in time. Overload is not a fault of the call, and trying again helps.
  if (error instanceof Error && 'code' in error && error.code === 'P2028') {
    return new AppError(ErrorCode.NotReady, { log: error.message, cause: error });
  }
  if (error instanceof InvalidCursor) {
    const fields = [{ path: 'cursor', message: 'Start again from the top of the list.' }];
    return new AppError(ErrorCode.InvalidInput, { fields, log: error.message, cause: error });
  }
  const known = CONSTRAINT_ERRORS[constraintOf(error) ?? ''];
  if (known) {
    const reason = { gate: 'G7', rule: known.rule, message: known.userMessage } as const;
    return new AppError(known.code, { userMessage: known.userMessage, reason, cause: error });
  }
  return new AppError(ErrorCode.Internal, {
    log: error instanceof Error ? error.message : 'unknown',
    cause: error,
  });
}

/** The error that tRPC turns into a status and a body. */
export function toTrpcError(error: unknown): TRPCError {
  const appError = toAppError(error);
  return new TRPCError({ code: TRPC_CODES[appError.code], message: appError.message, cause: appError });
}

/** What goes over the wire about an error. A 5xx says nothing but the id under which the log has it. */
export function toErrorData(error: unknown, requestId: string): ErrorData {
  const { code, userMessage, fields, reason } = toAppError(error);
  return {
    code,
    httpStatus: HTTP_STATUS[code],
    userMessage:
      code === ErrorCode.Internal ? `${userMessage} Tell your administrator: ${requestId}.` : userMessage,
    ...(fields ? { fields: [...fields] } : {}),
    ...(reason ? { reason } : {}),
  };
}
