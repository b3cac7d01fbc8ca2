export { completeSetup } from './factories/complete-setup.ts';
export {
  type CustomerInput,
  makeCustomer,
  makeStaff,
  type StaffInput,
  type TestAccount,
} from './factories/make-account.ts';
export { internalCompany, makeCompany, type TestCompany } from './factories/make-company.ts';
export { findGroup, type GroupInput, makeGroup, type TestGroup } from './factories/make-group.ts';
export { makeInvitation, makeSetupLink, type TestLink } from './factories/make-link.ts';
export { type MembershipInput, makeMembership } from './factories/make-membership.ts';
export { makeSession, type SessionInput, type TestSession } from './factories/make-session.ts';
export { type TestPassword, testPassword } from './factories/test-password.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
export { startTestServer, type TestServer, testServer } from './test-server.ts';
