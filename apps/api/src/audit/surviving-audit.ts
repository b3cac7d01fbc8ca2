import { appendAudit, appendPortalAudit, type Database, inTransaction } from '@sallyport/db';
import type { DoorName } from '../trpc/context.ts';
import type { Denial, SurvivingAudit } from '../trpc/denials.ts';

/** Audit rows that outlive the call they tell of: each in a transaction of its own. */
export const survivingAudit: SurvivingAudit = {
  writeRefusal: (db, door, denial, occurrences) =>
    write(db, door, denial, { action: 'access.refused', outcome: 'REFUSED', occurrences }),
  writeFailure: (db, door, denial) =>
    write(db, door, denial, { action: 'call.failed', outcome: 'FAILED', occurrences: 1 }),
};

interface Kind {
  action: 'access.refused' | 'call.failed';
  outcome: 'REFUSED' | 'FAILED';
  occurrences: number;
}

function write(db: Database, door: DoorName, denial: Denial, kind: Kind): Promise<void> {
  const { actorId, sessionId, procedure, objectId, reason, address, requestId } = denial;
  const objectType = objectId === null ? null : typeOf(denial.objectType);
  return inTransaction(db, { session: null, requestId }, async (tx) => {
    const common = { objectType, objectId, address, requestId, reason, before: null };
    if (door !== 'PORTAL') {
      const entry = { ...common, ...kind, door, actorId, sessionId, after: { procedure } };
      await appendAudit(tx, [entry]);
    } else {
      // Without a session the database proves no actor; who it was is kept as a plain value.
      await appendPortalAudit(tx, {
        ...common,
        ...kind,
        after: { procedure, actorId },
      });
    }
  });
}

/** Kinds of objects as the log calls them: what customers see is the same thing that staff see. */
function typeOf(kind: string | null): string | null {
  switch (kind) {
    case 'user':
    case 'customer':
      return 'account';
    case 'shown-project':
      return 'project';
    case 'published-finding':
      return 'finding';
    case 'released-report':
      return 'report';
    default:
      return kind;
  }
}
