import type { TraceKind } from '@sallyport/contracts/staff';
import type { ReferencesOf } from '@sallyport/db';

/** U4: what each trace is called. Total, so that a new reference to an account does not compile without a word. */
const TRACE_KIND: Readonly<Record<ReferencesOf<'authored'>, TraceKind>> = {
  'account.account_invited_by_id_fkey': 'people',
  'account.account_suspended_by_id_fkey': 'people',
  'one_time_link.one_time_link_created_by_id_fkey': 'people',
  'access_group.access_group_created_by_id_fkey': 'groups',
  'membership.membership_granted_by_id_fkey': 'groups',
  'audit_entry.audit_entry_actor_id_fkey': 'actions',
  'company.company_created_by_id_fkey': 'companies',
  'project.project_created_by_id_fkey': 'projects',
  'project.project_completed_by_id_fkey': 'projects',
  'project_member.project_member_added_by_id_fkey': 'projects',
  'stored_file.stored_file_created_by_id_fkey': 'files',
  'finding.finding_created_by_id_fkey': 'findings',
  'finding.finding_updated_by_id_fkey': 'findings',
  'finding.finding_published_by_id_fkey': 'findings',
  'instance_event.instance_event_actor_id_fkey': 'findings',
  'evidence.evidence_created_by_id_fkey': 'findings',
  'scan_import.scan_import_created_by_id_fkey': 'imports',
  'scan_import.scan_import_applied_by_id_fkey': 'imports',
  'report.report_created_by_id_fkey': 'reports',
  'report.report_released_by_id_fkey': 'reports',
  'security_alert.security_alert_closed_by_id_fkey': 'alerts',
};

/** Counts by kind, in the order of the kinds' first appearance. */
export function tracesByKind(
  counts: readonly { reference: ReferencesOf<'authored'>; count: number }[],
): { kind: TraceKind; count: number }[] {
  const sums = new Map<TraceKind, number>();
  for (const { reference, count } of counts) {
    const kind = TRACE_KIND[reference];
    sums.set(kind, (sums.get(kind) ?? 0) + count);
  }
  return [...sums].map(([kind, count]) => ({ kind, count }));
}
