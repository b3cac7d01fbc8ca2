import { LiveEvent } from '@sallyport/contracts/staff';
import pg from 'pg';
import type { z } from 'zod';
import type { Tx } from './client.ts';
import { Prisma } from './generated/client.ts';

const CHANNEL = 'sallyport_live';
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 15_000;

const LiveNotice = LiveEvent.pick({ kind: true, id: true, projectId: true });

/** What is announced: ids alone. Whoever passes it on reads the rest under the receiver's own eyes. */
export type LiveNotice = z.input<typeof LiveNotice>;

/** Tells every server that something changed, when and only when this transaction commits. */
export async function announce(tx: Tx, { kind, id, projectId }: LiveNotice): Promise<void> {
  const text = JSON.stringify({ kind, id, projectId });
  await tx.$queryRaw(Prisma.sql`select pg_notify(${CHANNEL}, ${text})::text`);
}

/** Ends the listening. */
export interface LiveListener extends AsyncDisposable {
  close(): Promise<void>;
}

/**
 * Hears what others announce, on one direct connection of its own (a pooler would swallow it). Connects again by itself
 * after a loss, told to `onProblem`; what was announced meanwhile is missed, so whoever shows live data asks again when
 * `onConnected` comes.
 */
export async function listenLive(
  connectionString: string,
  onEvent: (event: LiveNotice) => void,
  onProblem: (error: Error) => void,
  onConnected: () => void = () => undefined,
): Promise<LiveListener> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;
  let waitMs = FIRST_WAIT_MS;

  const connect = async () => {
    const attempt = new pg.Client({ connectionString, application_name: 'sallyport-live', keepAlive: true });
    client = attempt;
    let isLost = false;
    const lose = (error: Error) => {
      if (isLost || isClosed) return;
      isLost = true;
      attempt.end().catch(() => undefined);
      onProblem(error);
      timer = setTimeout(connect, waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    };
    attempt.on('error', lose);
    attempt.on('end', () => lose(new Error('The connection for live updates ended.')));
    attempt.on('notification', ({ payload }) => {
      const event = read(payload);
      if (event) onEvent(event);
    });
    try {
      await attempt.connect();
      await attempt.query(`LISTEN ${CHANNEL}`);
      waitMs = FIRST_WAIT_MS;
      if (!isClosed) onConnected();
    } catch (error) {
      lose(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const close = async () => {
    isClosed = true;
    if (timer) clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
  await connect();
  return { close, [Symbol.asyncDispose]: close };
}

/** An event as announced; null for anything else that comes by. */
function read(payload: string | undefined): LiveNotice | null {
  try {
    return LiveNotice.safeParse(JSON.parse(payload ?? '')).data ?? null;
  } catch {
    return null;
  }
}
