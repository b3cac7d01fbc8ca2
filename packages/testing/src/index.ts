export { completeSetup } from './factories/complete-setup.ts';
export {
  type CustomerInput,
  makeCustomer,
  makeStaff,
  type StaffInput,
  type TestAccount,
} from './factories/make-account.ts';
export { type AddressRuleInput, makeAddressRule } from './factories/make-address-rule.ts';
export { type ClientInput, makeClient } from './factories/make-client.ts';
export { internalCompany, makeCompany, type TestCompany } from './factories/make-company.ts';
export { type EvidenceInput, makeEvidence, type TestEvidence } from './factories/make-evidence.ts';
export { type FileInput, makeFile, makeFileKey } from './factories/make-file.ts';
export { type FindingInput, makeFinding, type TestFinding } from './factories/make-finding.ts';
export { findGroup, type GroupInput, makeGroup, type TestGroup } from './factories/make-group.ts';
export { type ImportInput, makeImport, type TestImport } from './factories/make-import.ts';
export { type InstanceInput, makeInstance } from './factories/make-instance.ts';
export {
  makeEmailChangeLink,
  makeInvitation,
  makeNotMeLink,
  makeResetLink,
  makeSetupLink,
  type TestLink,
} from './factories/make-link.ts';
export { type MembershipInput, makeMembership } from './factories/make-membership.ts';
export { makePasskey } from './factories/make-passkey.ts';
export { makeProject, type ProjectInput, type TestProject } from './factories/make-project.ts';
export { makeReport, type ReportInput, type TestReport } from './factories/make-report.ts';
export { makeScopeItem } from './factories/make-scope-item.ts';
export { makeSecurityAlert } from './factories/make-security-alert.ts';
export { makeSession, type SessionInput, type TestSession } from './factories/make-session.ts';
export { makeToken, type TestToken, type TokenInput } from './factories/make-token.ts';
export {
  type AskedByServer,
  type Deviation,
  type PasskeyAnswer,
  SoftAuthenticator,
} from './factories/soft-authenticator.ts';
export { type TestPassword, testPassword } from './factories/test-password.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { startTestServer, type TestServer, testServer } from './test-server.ts';
