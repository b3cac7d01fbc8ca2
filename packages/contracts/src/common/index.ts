export { AccountStatus, Audience, DEFAULT_PORT } from './audience.ts';
export { ErrorCode, ErrorData, FieldProblem, HTTP_STATUS, RefusalReason } from './errors.ts';
export { AccountId, CompanyId, GroupId, SessionId } from './ids.ts';
export { Cursor, PageLimit, pageOf, SortDirection, Total } from './paging.ts';
export { PASSWORD_LENGTH, passwordLength } from './password-rules.ts';
export {
  AcceptInvitationInput,
  ChangePasswordInput,
  CONFIRMATION_LIMITS,
  ConfirmIdentityInput,
  Done,
  LinkSecret,
  SESSION_LIMITS,
  SessionState,
  SignInInput,
} from './session.ts';
export {
  DisplayName,
  EmailAddress,
  JobTitle,
  multiLine,
  PasswordText,
  Reason,
  singleLine,
  Timestamp,
  Username,
} from './text.ts';
