/**
 * What a reference to an account means for deleting that account (U4):
 * - owned     the account answers for it; it must be handed over first
 * - authored  a trace of what the account did; with one of these an account is anonymised, never deleted
 * - none      a part of the account itself, which goes with it
 */
export type ReferenceKind = 'owned' | 'authored' | 'none';

/** Every foreign key to `account`, as `table.constraint`. A test compares this with the catalogue. */
export const ACCOUNT_REFERENCES = {
  'account.account_invited_by_id_fkey': 'authored',
  'credential.credential_account_id_fkey': 'none',
  'identity.identity_account_id_fkey': 'none',
  'session.session_account_id_audience_fkey': 'none',
  'one_time_link.one_time_link_account_id_fkey': 'none',
  'one_time_link.one_time_link_created_by_id_fkey': 'authored',
  'sign_in_attempt.sign_in_attempt_account_id_fkey': 'none',
  'access_group.access_group_created_by_id_fkey': 'authored',
  'membership.membership_account_id_audience_fkey': 'none',
  'membership.membership_granted_by_id_fkey': 'authored',
  'audit_entry.audit_entry_actor_id_fkey': 'authored',
  'company.company_created_by_id_fkey': 'authored',
  'project.project_created_by_id_fkey': 'authored',
  'project.project_completed_by_id_fkey': 'authored',
  'project_member.project_member_account_id_audience_fkey': 'owned',
  'project_member.project_member_added_by_id_fkey': 'authored',
  'stored_file.stored_file_created_by_id_fkey': 'authored',
  'finding.finding_created_by_id_fkey': 'authored',
  'finding.finding_updated_by_id_fkey': 'authored',
  'finding.finding_published_by_id_fkey': 'authored',
  'instance_event.instance_event_actor_id_fkey': 'authored',
  'evidence.evidence_created_by_id_fkey': 'authored',
  'scan_import.scan_import_created_by_id_fkey': 'authored',
  'scan_import.scan_import_applied_by_id_fkey': 'authored',
  'report.report_created_by_id_fkey': 'authored',
  'report.report_released_by_id_fkey': 'authored',
  'api_token.api_token_account_id_audience_fkey': 'none',
  'account.account_suspended_by_id_fkey': 'authored',
  'totp_factor.totp_factor_account_id_fkey': 'none',
  'passkey.passkey_account_id_audience_fkey': 'none',
  'recovery_code.recovery_code_account_id_fkey': 'none',
  'passkey_challenge.passkey_challenge_account_id_fkey': 'none',
  'pending_sign_in.pending_sign_in_account_id_audience_fkey': 'none',
  'known_device.known_device_account_id_fkey': 'none',
  'address_rule.address_rule_account_id_fkey': 'none',
  'mail.mail_account_id_fkey': 'none',
  'security_alert.security_alert_account_id_fkey': 'none',
  'security_alert.security_alert_closed_by_id_fkey': 'authored',
} as const satisfies Readonly<Record<string, ReferenceKind>>;

export type AccountReference = keyof typeof ACCOUNT_REFERENCES;

/** The references of one kind, so that who reads or removes them forgets none. */
export type ReferencesOf<Kind extends ReferenceKind> = {
  [Name in AccountReference]: (typeof ACCOUNT_REFERENCES)[Name] extends Kind ? Name : never;
}[AccountReference];

/** The references of one kind. */
export function referencesOf<Kind extends ReferenceKind>(kind: Kind): readonly ReferencesOf<Kind>[] {
  return Object.entries(ACCOUNT_REFERENCES)
    .filter(([, stated]) => stated === kind)
    .map(([name]) => name as ReferencesOf<Kind>);
}

/** Table and column of a reference. A constraint is named after them: `<table>_<column>[_audience]_fkey`. */
export function placeOf(reference: AccountReference): { table: string; column: string } {
  const [table = '', constraint = ''] = reference.split('.');
  const column = constraint.slice(table.length + 1).replace(/(?:_audience)?_fkey$/, '');
  return { table, column };
}
