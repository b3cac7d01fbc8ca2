import { ErrorCode } from '@sallyport/contracts/common';
import type { LiveNotice, LiveSubscription } from '../live/live-hub.ts';
import type { GuardedDeclaration } from './access-declaration.ts';
import type { RequestContext } from './context.ts';
import { AppError } from './errors.ts';
import { type Admitted, admit } from './guard.ts';
import { withOutcome } from './record-outcome.ts';
import { runCall } from './transaction.ts';

/** S7: a stream ends within five seconds of its session; asked this often when nothing happens. */
const RECHECK_MS = 3_000;
/** Streams of one session at once: a browser holds one and shares it among its tabs. */
const STREAMS_PER_SESSION = 8;

interface Stream<Event> {
  request: RequestContext;
  path: string;
  declaration: GuardedDeclaration;
  rawInput: () => Promise<unknown>;
  signal: AbortSignal | undefined;
  /** What a notice means to this caller; null when it means nothing or is not his to know. */
  handle: (admitted: Admitted, notice: LiveNotice) => Promise<Event | null>;
}

/**
 * What a caller may hear of what happens. It holds no transaction: each notice is handled in one of its own, after all
 * gates were passed again, and without extending the session (S6).
 * @throws AppError UNAUTHENTICATED once the session has ended
 */
export function streamEvents<Event>(stream: Stream<Event>): AsyncGenerator<Event, void> {
  // Listening before the answer begins: what happens once the caller sees it open is heard.
  const subscription = stream.request.door.live.subscribe();
  stream.signal?.addEventListener('abort', () => subscription.close());
  return events(stream, subscription);
}

async function* events<Event>(
  stream: Stream<Event>,
  subscription: LiveSubscription,
): AsyncGenerator<Event, void> {
  const { path, declaration, rawInput, signal, handle } = stream;
  const request = { ...stream.request, isBackground: true };
  const visit = (notice: LiveNotice | null) =>
    withOutcome(request, path, declaration, (trace) =>
      runCall(request, 'none', async (tx) => {
        const admitted = await admit(tx, request, declaration, rawInput, trace);
        if (notice === null) return { sessionId: trace.sessionId, event: null };
        const event = await handle(admitted, notice);
        admitted.call.assertAccountable(false);
        return { sessionId: trace.sessionId, event };
      }),
    );
  let release = () => {};
  try {
    release = takePlace((await visit(null)).sessionId ?? '');
    while (!signal?.aborted) {
      const notice = await subscription.next(RECHECK_MS);
      if (signal?.aborted) return;
      const { event } = await visit(notice);
      if (event !== null) yield event;
    }
  } finally {
    subscription.close();
    release();
  }
}

const open = new Map<string, number>();

function takePlace(sessionId: string): () => void {
  const count = open.get(sessionId) ?? 0;
  if (count >= STREAMS_PER_SESSION) {
    throw new AppError(ErrorCode.Throttled, {
      userMessage: 'Too many windows are open. Close some of them.',
    });
  }
  open.set(sessionId, count + 1);
  return () => {
    const left = (open.get(sessionId) ?? 1) - 1;
    if (left > 0) open.set(sessionId, left);
    else open.delete(sessionId);
  };
}
