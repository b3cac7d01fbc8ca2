/**
 * What a role may do with a table's rows:
 * - all     read and write everything (visibility is decided in the API)
 * - append  read everything and add; nothing is changed or removed
 * - read    read everything
 * - purge   read everything and remove what is over
 * - own     read what belongs to the session's account or company
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

/** Every table in schema public and who reaches it; src/policies.test.ts compares this with the catalogue. */
export const TABLE_POLICIES: Readonly<Record<string, TablePolicy>> = {
  installation: { staff: 'all', portal: 'none', jobs: 'read', definer: READ_BY_DEFINER },
  company: { staff: 'all', portal: 'own', jobs: 'read', definer: READ_BY_DEFINER },
  account: {
    staff: 'all',
    portal: 'own',
    jobs: 'read',
    definer: ['SELECT', 'UPDATE'],
    portalUpdates: ['display_name', 'version'],
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
  one_time_link: { staff: 'all', portal: 'none', jobs: 'purge', definer: ['SELECT', 'UPDATE'] },
  sign_in_attempt: { staff: 'read', portal: 'none', jobs: 'purge', definer: WRITTEN_BY_DEFINER },
  throttle_counter: {
    staff: 'none',
    portal: 'none',
    jobs: 'purge',
    definer: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  },
  access_group: { staff: 'all', portal: 'own', jobs: 'read', definer: READ_BY_DEFINER },
  group_grant: { staff: 'all', portal: 'own', jobs: 'read', definer: READ_BY_DEFINER },
  membership: { staff: 'all', portal: 'own', jobs: 'read', definer: READ_BY_DEFINER },
  audit_entry: { staff: 'append', portal: 'none', jobs: 'append', definer: ['INSERT'] },
  // The migrations' own record: read by the doors for readyz, written by the owner alone.
  _prisma_migrations: { staff: 'read', portal: 'read', jobs: 'read', definer: [] },
};
