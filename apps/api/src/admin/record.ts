import type { AuditAction } from '@sallyport/contracts/staff';
import { appendAudit, type Database, inTransaction, type Prisma, type Tx } from '@sallyport/db';

/** What a command did, for the log (L1). */
export interface CommandRecord {
  action: AuditAction;
  objectType?: 'account' | 'installation' | 'networks' | 'policy';
  objectId?: string;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
}

/** One transaction of the command line: what it does and what is recorded of it stand or fall together. */
export function inCommand<Result>(
  db: Database,
  work: (tx: Tx, record: (entry: CommandRecord) => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const requestId = `admin-${crypto.randomUUID()}`;
  return inTransaction(db, { session: null, requestId }, (tx) =>
    work(tx, ({ action, objectType, objectId, before, after }) =>
      appendAudit(tx, [
        {
          door: 'CLI',
          action,
          outcome: 'ALLOWED',
          actorId: null,
          sessionId: null,
          objectType: objectType ?? null,
          objectId: objectId ?? null,
          address: null,
          requestId,
          reason: null,
          before: before ?? null,
          after: after ?? null,
        },
      ]),
    ),
  );
}
