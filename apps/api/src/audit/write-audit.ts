import type { AuditAction } from '@sallyport/contracts/staff';
import { appendAudit, appendPortalAudit, type Prisma } from '@sallyport/db';
import type { Call } from '../trpc/call.ts';

/** What a handler records (L1): ids, flags and keys; never a name, an address of mail or a secret. */
export interface AuditFacts {
  action: AuditAction;
  objectType:
    | 'account'
    | 'group'
    | 'membership'
    | 'session'
    | 'installation'
    | 'company'
    | 'project'
    | 'finding'
    | 'evidence'
    | 'import'
    | 'report'
    | 'token'
    | 'policy'
    | 'networks'
    | 'alert';
  objectId: string | null;
  reason?: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
}

/** Writes audit rows in the call's own transaction and adds who, through which door, from where and in which request. */
export async function writeAudit(call: Call, ...entries: readonly AuditFacts[]): Promise<void> {
  const { request, authentication } = call;
  const common = { outcome: 'ALLOWED', address: request.address, requestId: request.requestId } as const;
  const door = request.door.name;
  if (door !== 'PORTAL') {
    await appendAudit(
      call.tx,
      entries.map((entry) => ({
        ...common,
        ...entry,
        door,
        actorId: authentication?.principal.account.id ?? null,
        sessionId: authentication?.sessionId ?? null,
        reason: entry.reason ?? null,
        before: entry.before ?? null,
        after: entry.after ?? null,
      })),
    );
  } else {
    for (const entry of entries) await appendPortalAudit(call.tx, { ...common, ...portalEntry(entry) });
  }
  call.noteAudit();
}

/** What the portal's role can record; all else is recorded by the database functions that do it. */
const BY_PORTAL = ['account.updated', 'report.downloaded'] as const;

function portalEntry({ action, ...facts }: AuditFacts) {
  const known = BY_PORTAL.find((one) => one === action);
  if (known === undefined) throw new TypeError(`the portal does not record ${action}`);
  return { ...facts, action: known };
}
