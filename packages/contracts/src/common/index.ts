export { AccountStatus, Audience, DEFAULT_PORT } from './audience.ts';
export {
  APPROACH_LABEL,
  Approach,
  CvssScore,
  Cwe,
  Day,
  PROJECT_STATUS_LABEL,
  ProjectStatus,
  RESULT_LABEL,
  Result,
  SCOPE_KIND_LABEL,
  ScannerVector,
  ScopeKind,
  SeveritySource,
} from './engagement.ts';
export { ErrorCode, ErrorData, FieldProblem, HTTP_STATUS, RefusalReason } from './errors.ts';
export {
  AccountId,
  CompanyId,
  ContactId,
  EvidenceId,
  FindingId,
  GroupId,
  ImportId,
  InstanceId,
  ProjectId,
  ProjectTypeId,
  ReportId,
  ScopeItemId,
  SessionId,
  StandardId,
  TokenId,
} from './ids.ts';
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
export { SEVERITIES, SEVERITY_LABEL, Severity, SeverityCounts } from './severity.ts';
export {
  DisplayName,
  EmailAddress,
  JobTitle,
  Markdown,
  multiLine,
  PasswordText,
  Reason,
  SearchText,
  singleLine,
  Timestamp,
  Username,
} from './text.ts';
