/**
 * What a role may do with a table's rows:
 * - all     read and write everything (visibility is decided in the API)
 * - append  read everything and add; nothing is changed or removed
 * - read    read everything
 * - purge   read everything and remove what is over
 * - own     read what belongs to the session's account or company, and of a company's engagements what it was shown (C2)
 * - none    nothing
 */
export type RowAccess = 'all' | 'append' | 'read' | 'purge' | 'own' | 'none';

export interface TablePolicy {
  staff: RowAccess;
  portal: RowAccess;
  jobs: RowAccess;
  /** The owner of the SECURITY DEFINER functions, in the words of its grants. */
  definer: readonly ('SELECT' | 'INSERT' | 'UPDATE' | 'DELETE')[];
  /** Columns that the portal may change in its own row. */
  portalUpdates?: readonly string[];
  /** Columns that no application role may read. */
  unreadable?: readonly string[];
}

const READ_BY_DEFINER = ['SELECT'] as const;
const WRITTEN_BY_DEFINER = ['SELECT', 'INSERT', 'UPDATE'] as const;
const EVERYTHING_BY_DEFINER = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const;

/** Every table in schema public and who reaches it; src/policies.test.ts compares this with the catalogue. */
export const TABLE_POLICIES: Readonly<Record<string, TablePolicy>> = {
  installation: { staff: 'all', portal: 'none', jobs: 'read', definer: READ_BY_DEFINER },
  company: { staff: 'all', portal: 'own', jobs: 'read', definer: READ_BY_DEFINER },
  account: {
    staff: 'all',
    portal: 'own',
    jobs: 'read',
    definer: ['SELECT', 'UPDATE'],
    portalUpdates: ['display_name', 'language', 'phone', 'theme', 'version'],
  },
  credential: {
    staff: 'all',
    portal: 'none',
    jobs: 'none',
    definer: WRITTEN_BY_DEFINER,
    unreadable: ['verifier'],
  },
  identity: { staff: 'all', portal: 'none', jobs: 'none', definer: [] },
  session: { staff: 'all', portal: 'own', jobs: 'purge', definer: WRITTEN_BY_DEFINER },
  one_time_link: { staff: 'all', portal: 'none', jobs: 'purge', definer: EVERYTHING_BY_DEFINER },
  sign_in_attempt: { staff: 'read', portal: 'none', jobs: 'purge', definer: EVERYTHING_BY_DEFINER },
  throttle_counter: {
    staff: 'none',
    portal: 'none',
    jobs: 'purge',
    definer: EVERYTHING_BY_DEFINER,
  },
  access_group: { staff: 'all', portal: 'own', jobs: 'read', definer: READ_BY_DEFINER },
  group_grant: { staff: 'all', portal: 'own', jobs: 'read', definer: READ_BY_DEFINER },
  membership: { staff: 'all', portal: 'own', jobs: 'read', definer: READ_BY_DEFINER },
  audit_entry: { staff: 'append', portal: 'none', jobs: 'append', definer: ['SELECT', 'INSERT'] },
  company_contact: { staff: 'all', portal: 'none', jobs: 'read', definer: [] },
  project_type: { staff: 'all', portal: 'own', jobs: 'read', definer: [] },
  report_standard: { staff: 'all', portal: 'own', jobs: 'read', definer: [] },
  project: { staff: 'all', portal: 'own', jobs: 'all', definer: READ_BY_DEFINER },
  project_standard: { staff: 'all', portal: 'own', jobs: 'read', definer: [] },
  project_member: { staff: 'all', portal: 'none', jobs: 'read', definer: READ_BY_DEFINER },
  scope_item: { staff: 'all', portal: 'own', jobs: 'read', definer: [] },
  file_key: { staff: 'all', portal: 'own', jobs: 'append', definer: ['SELECT', 'INSERT'] },
  stored_file: { staff: 'all', portal: 'own', jobs: 'all', definer: ['SELECT', 'INSERT', 'DELETE'] },
  finding: { staff: 'all', portal: 'own', jobs: 'all', definer: [] },
  instance: { staff: 'all', portal: 'own', jobs: 'all', definer: [] },
  instance_event: { staff: 'append', portal: 'none', jobs: 'append', definer: [] },
  evidence: { staff: 'all', portal: 'own', jobs: 'read', definer: [] },
  scan_import: { staff: 'all', portal: 'none', jobs: 'all', definer: [] },
  scan_import_finding: { staff: 'all', portal: 'none', jobs: 'all', definer: [] },
  report: { staff: 'all', portal: 'own', jobs: 'all', definer: [] },
  report_finding: { staff: 'all', portal: 'own', jobs: 'all', definer: [] },
  api_token: { staff: 'all', portal: 'none', jobs: 'read', definer: ['SELECT', 'UPDATE'] },
  token_reminder: { staff: 'none', portal: 'none', jobs: 'append', definer: [] },
  totp_factor: {
    staff: 'all',
    portal: 'none',
    jobs: 'read',
    definer: EVERYTHING_BY_DEFINER,
    unreadable: ['sealed_seed', 'proof', 'last_used_step'],
  },
  passkey: { staff: 'all', portal: 'own', jobs: 'read', definer: EVERYTHING_BY_DEFINER },
  recovery_code: {
    staff: 'all',
    portal: 'none',
    jobs: 'none',
    definer: EVERYTHING_BY_DEFINER,
    unreadable: ['code_hash'],
  },
  passkey_challenge: { staff: 'none', portal: 'none', jobs: 'purge', definer: EVERYTHING_BY_DEFINER },
  pending_sign_in: { staff: 'none', portal: 'none', jobs: 'purge', definer: EVERYTHING_BY_DEFINER },
  known_device: {
    staff: 'all',
    portal: 'none',
    jobs: 'purge',
    definer: EVERYTHING_BY_DEFINER,
    unreadable: ['secret_hash'],
  },
  security_policy: { staff: 'all', portal: 'none', jobs: 'read', definer: READ_BY_DEFINER },
  company_policy: { staff: 'all', portal: 'none', jobs: 'read', definer: READ_BY_DEFINER },
  address_rule: { staff: 'all', portal: 'none', jobs: 'none', definer: READ_BY_DEFINER },
  mail_setting: { staff: 'all', portal: 'none', jobs: 'read', definer: READ_BY_DEFINER },
  mail: { staff: 'all', portal: 'none', jobs: 'all', definer: ['SELECT', 'INSERT'] },
  security_alert: { staff: 'all', portal: 'none', jobs: 'all', definer: WRITTEN_BY_DEFINER },
  audit_key: { staff: 'read', portal: 'none', jobs: 'append', definer: [] },
  audit_seal: { staff: 'read', portal: 'none', jobs: 'append', definer: [] },
  audit_checkpoint: { staff: 'read', portal: 'none', jobs: 'append', definer: [] },
  // The migrations' own record: read by the doors for readyz, written by the owner alone.
  _prisma_migrations: { staff: 'read', portal: 'read', jobs: 'read', definer: [] },
};
