import type { Database } from '@sallyport/db';
import type { DoorName } from './context.ts';

/** One refusal as L1 records it. */
export interface Denial {
  actorId: string | null;
  sessionId: string | null;
  procedure: string;
  objectType: string | null;
  objectId: string | null;
  reason: string;
  address: string;
  requestId: string;
}

/** Writes audit rows that must survive the rolled-back call, each on a connection of its own. */
export interface SurvivingAudit {
  writeRefusal(db: Database, door: DoorName, denial: Denial, occurrences: number): Promise<void>;
  writeFailure(db: Database, door: DoorName, denial: Denial): Promise<void>;
}

export interface DenialRecorder {
  refused(denial: Denial): Promise<void>;
  failed(denial: Denial): Promise<void>;
  /** Writes what was counted and not yet written. Called every minute and at shutdown. */
  flush(): Promise<void>;
}

const WINDOW_MS = 60_000;
/** More kinds of refusal than this in one minute are written out early instead of kept. */
const MAXIMUM_OPEN = 1_000;

/**
 * Coalesces refusals per minute (L1): the first of a kind is written at once, so that nothing is lost when the process dies;
 * repetitions within the minute are counted and written as one row.
 */
export function createDenialRecorder(
  db: Database,
  door: DoorName,
  audit: SurvivingAudit,
  clock = Date.now,
): DenialRecorder {
  const open = new Map<string, { denial: Denial; repeats: number; since: number }>();

  async function flushWhere(isDue: (since: number) => boolean): Promise<void> {
    const due = [...open].filter(([, entry]) => isDue(entry.since));
    for (const [key] of due) open.delete(key);
    for (const [, { denial, repeats }] of due) {
      if (repeats > 0) await audit.writeRefusal(db, door, denial, repeats);
    }
  }

  return {
    async refused(denial) {
      const now = clock();
      await flushWhere((since) => now - since >= WINDOW_MS || open.size >= MAXIMUM_OPEN);
      const key = [denial.actorId, denial.address, denial.procedure, denial.objectId, denial.reason].join(
        '|',
      );
      const entry = open.get(key);
      if (entry) {
        entry.repeats += 1;
        return;
      }
      open.set(key, { denial, repeats: 0, since: now });
      await audit.writeRefusal(db, door, denial, 1);
    },
    failed: (denial) => audit.writeFailure(db, door, denial),
    flush: () => flushWhere(() => true),
  };
}
