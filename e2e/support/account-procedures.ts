import type { KnownIds, Procedure } from './procedures.ts';

const SECRET = 'A'.repeat(43);
const none = () => ({});
const reason = 'Asked for it';
const switches = { mayUseTokens: true, isPasskeyOnly: false, mayDownload: true, mayComment: true, reason };
const policy = {
  isStaffFactorRequired: true,
  passwordMinimum: 15,
  staffIdleMinutes: 60,
  customerIdleMinutes: 30,
  absoluteHours: 12,
  tokenDaysAtMost: 365,
};

type Input = (ids: KnownIds) => Record<string, unknown>;

function query(path: string, input: Input = none): Procedure {
  return { path, kind: 'query', input };
}

function mutation(path: string, input: Input = none): Procedure {
  return { path, kind: 'mutate', input };
}

function open(path: string, input: Input): Procedure {
  return { path, kind: 'mutate', isPublic: true, input };
}

/** Resets, addresses and one's own account: the same at both doors. */
export const OWN_ACCOUNT_PROCEDURES: readonly Procedure[] = [
  open('invitations.mailAgain', () => ({ secret: SECRET })),
  open('passwordReset.request', () => ({ identifier: 'nobody@stonemere.example' })),
  open('passwordReset.complete', () => ({ secret: SECRET, newPassword: 'another-quiet-lantern-43' })),
  mutation('emailChange.request', () => ({ newEmail: 'new.address@stonemere.example' })),
  open('emailChange.confirm', () => ({ secret: SECRET })),
  open('notices.notMe', () => ({ secret: SECRET })),
  query('ownActivity.list'),
  mutation('profile.updatePreferences', () => ({ theme: 'dark' })),
  mutation('profile.removePhoto'),
];

/** What ends somebody's access is aimed at nobody: the people of this test are still needed. */
const user = (more: object = {}): Input => {
  return ({ nowhere }) => ({ userId: nowhere, ...more });
};
const customer = (more: object = {}): Input => {
  return ({ nowhere }) => ({ customerId: nowhere, ...more });
};
const place = { place: { level: 'STAFF' } };

/** Accounts of others, and what is decided for all of them: the staff door alone. */
export const ACCOUNT_PROCEDURES: readonly Procedure[] = [
  query('addressRules.get', () => place),
  query('addressRules.preview', () => ({ ...place, rules: [] })),
  mutation('addressRules.update', () => ({ ...place, rules: [] })),
  query('companyPolicy.get', ({ companyId }) => ({ companyId })),
  mutation('companyPolicy.update', ({ companyId }) => ({
    companyId,
    isFactorRequired: false,
    idleMinutes: null,
    version: 0,
  })),
  query('customers.getCustomer', ({ customerId }) => ({ customerId })),
  query('customers.getCustomerControls', ({ customerId }) => ({ customerId })),
  query('customers.listCustomerSessions', ({ customerId }) => ({ customerId })),
  query('customers.previewCustomerRemoval', ({ customerId }) => ({ customerId })),
  mutation('customers.anonymiseCustomer', customer({ reason })),
  mutation('customers.changeCustomerEmail', customer({ newEmail: 'new.address@alder.example', reason })),
  mutation('customers.deactivateCustomer', customer({ reason })),
  mutation('customers.deleteCustomer', customer({ reason })),
  mutation('customers.endCustomerSessions', customer()),
  mutation('customers.liftCustomerSuspension', customer({ reason })),
  mutation('customers.moveCustomer', ({ nowhere, companyId }) => ({
    customerId: nowhere,
    companyId,
    reason,
  })),
  mutation('customers.reactivateCustomer', customer({ reason })),
  mutation('customers.requireCustomerPasswordChange', customer({ reason })),
  mutation('customers.resetCustomerFactors', customer({ reason })),
  mutation('customers.sendCustomerReset', customer({ reason })),
  mutation('customers.setCustomerExpiry', customer({ expiresAt: null, reason })),
  mutation('customers.setCustomerSwitches', customer(switches)),
  mutation('customers.suspendCustomer', customer({ reason })),
  mutation('customers.updateCustomer', customer({ version: 1, displayName: 'Mara Holt', title: '' })),
  query('mailSettings.get'),
  mutation('mailSettings.remove', () => ({ version: 1 })),
  mutation('mailSettings.test'),
  mutation('mailSettings.update', () => ({
    version: 0,
    host: 'localhost',
    port: 25,
    security: 'NONE',
    authentication: 'NONE',
    username: '',
    fromAddress: 'firm@stonemere.example',
    fromName: 'Stonemere',
    replyTo: '',
  })),
  { path: 'mailbox.list', kind: 'query', isPublic: true, input: none },
  query('offboarding.preview', ({ userId }) => ({ userId })),
  mutation(
    'offboarding.carryOut',
    user({ version: 1, successors: [], removeFromGroups: true, afterwards: 'leave', reason }),
  ),
  mutation('securityAlerts.close', ({ nowhere }) => ({ alertId: nowhere })),
  query('securityAlerts.list'),
  query('securityPolicy.get'),
  query('securityPolicy.preview', () => policy),
  mutation('securityPolicy.update', () => ({ ...policy, version: 1 })),
  query('signInActivity.chart'),
  query('signInActivity.list'),
  mutation('signInActivity.clear', ({ userId }) => ({ accountId: userId })),
  query('tokens.list'),
  mutation('tokens.create', () => ({
    name: 'Pipeline',
    scopes: [{ permission: 'manage-projects', reach: 'ASSIGNED' }],
    days: 30,
  })),
  mutation('tokens.revoke', ({ nowhere }) => ({ tokenId: nowhere })),
  query('users.getControls', ({ userId }) => ({ userId })),
  query('users.listActivity', ({ userId }) => ({ userId })),
  query('users.listSessions', ({ userId }) => ({ userId })),
  query('users.listTokens', ({ userId }) => ({ userId })),
  query('users.previewUserRemoval', ({ userId }) => ({ userId })),
  mutation('users.anonymiseUser', user({ reason })),
  mutation('users.bulkAddToGroup', ({ nowhere, groupId }) => ({ groupId, userIds: [nowhere], reason })),
  mutation('users.bulkDeactivate', ({ nowhere }) => ({ userIds: [nowhere], reason })),
  mutation('users.bulkEndSessions', ({ nowhere }) => ({ userIds: [nowhere], reason })),
  mutation('users.changeUserEmail', user({ newEmail: 'new.address@stonemere.example', reason })),
  mutation('users.deleteUser', user({ reason })),
  mutation('users.endSessions', user()),
  mutation('users.liftSuspension', user({ reason })),
  mutation('users.requirePasswordChange', user({ reason })),
  mutation('users.resetFactors', user({ reason })),
  mutation('users.revokeToken', ({ nowhere }) => ({ userId: nowhere, tokenId: nowhere })),
  mutation('users.sendReset', user({ reason })),
  mutation('users.setAdmin', user({ isAdmin: false, reason })),
  mutation('users.setExpiry', user({ expiresAt: null, reason })),
  mutation('users.setSwitches', user(switches)),
  mutation('users.suspendUser', user({ reason })),
];
