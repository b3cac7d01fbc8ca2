import type { Tx } from '../client.ts';

export interface PortalAuditEntry {
  action: 'access.refused' | 'call.failed' | 'account.updated' | 'report.downloaded' | 'evidence.downloaded';
  outcome: 'ALLOWED' | 'REFUSED' | 'FAILED';
  objectType: string | null;
  objectId: string | null;
  address: string | null;
  requestId: string;
  reason?: string | null;
  before?: Readonly<Record<string, unknown>> | null;
  after?: Readonly<Record<string, unknown>> | null;
  /** How many refusals this line stands for; default 1. */
  occurrences?: number;
}

/**
 * Records what the portal may record. The actor is whoever the transaction's session proves; without one only refusals and failures.
 * Raises the constraint `audit_entry_portal_action` otherwise.
 */
export async function appendPortalAudit(tx: Tx, entry: PortalAuditEntry): Promise<void> {
  await tx.$queryRaw`
    SELECT portal.append_audit(${entry.action}, ${entry.outcome}, ${entry.objectType}, ${entry.objectId},
      ${entry.address}::inet, ${entry.requestId}, ${entry.reason ?? null}, ${json(entry.before)}::jsonb,
      ${json(entry.after)}::jsonb, ${entry.occurrences ?? 1}::int)::text`;
}

function json(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
