import type { LiveEvent } from '@sallyport/contracts/staff';

/** What tabs tell each other. */
type Message =
  | { type: 'hello' }
  | { type: 'status'; isOpen: boolean }
  | { type: 'event'; event: LiveEvent }
  | { type: 'missed' };

const TYPES: readonly unknown[] = ['hello', 'status', 'event', 'missed'] satisfies Message['type'][];

/** The channel is this app's own, but another release of it may speak there too. */
function isMessage(message: unknown): message is Message {
  return typeof message === 'object' && message !== null && 'type' in message && TYPES.includes(message.type);
}

/** A way to the other tabs of this browser. */
export interface TabChannel {
  send(message: unknown): void;
  onMessage: (message: unknown) => void;
}

/** What became of the one stream; it opens itself again after `onDown`, but not after `onEnd`. */
export interface StreamHandlers {
  onUp: () => void;
  onDown: () => void;
  onEnd: () => void;
  onEvent: (event: LiveEvent) => void;
}

export interface LiveParts {
  channel: TabChannel;
  /** Calls `work` once this tab leads, and holds the lead until its promise ends or the signal says so. */
  lead: (work: () => Promise<void>, signal: AbortSignal) => void;
  /** Opens the stream and answers how to close it. */
  open: (handlers: StreamHandlers) => () => void;
  /** Runs something later and answers how to call it off. */
  later: (run: () => void, delayMs: number) => () => void;
  onEvent: (event: LiveEvent) => void;
  /** Something may have happened that was not told. */
  onMissed: () => void;
  onOpen: (isOpen: boolean) => void;
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/**
 * Takes part in the browser's one stream of events: the leading tab holds it, the others hear of everything through the
 * leader. Closing the leader passes the lead on.
 * @returns how to leave
 */
export function joinLive({ channel, lead, open, later, onEvent, onMissed, onOpen }: LiveParts): () => void {
  const leaving = new AbortController();
  let isLeader = false;
  let isOpen = false;
  let wasOpen = false;

  const take = (message: Message) => {
    switch (message.type) {
      case 'hello':
        if (isLeader) channel.send({ type: 'status', isOpen } satisfies Message);
        return;
      case 'status':
        isOpen = message.isOpen;
        wasOpen ||= isOpen;
        return onOpen(isOpen);
      case 'event':
        return onEvent(message.event);
      case 'missed':
        return onMissed();
    }
  };
  const tell = (message: Message) => {
    if (leaving.signal.aborted) return;
    take(message);
    channel.send(message);
  };

  const hold = () =>
    new Promise<void>((resolve) => {
      // The lead may have been given away to this tab just before it left.
      if (leaving.signal.aborted) return resolve();
      let close = () => {};
      let callOff = () => {};
      let failures = 0;
      isLeader = true;
      tell({ type: 'status', isOpen: false });
      const connect = () => {
        close = open({
          onUp: () => {
            failures = 0;
            const hasGap = wasOpen;
            tell({ type: 'status', isOpen: true });
            if (hasGap) tell({ type: 'missed' });
          },
          onDown: () => tell({ type: 'status', isOpen: false }),
          onEvent: (event) => tell({ type: 'event', event }),
          onEnd: () => {
            tell({ type: 'status', isOpen: false });
            callOff = later(connect, Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures));
            failures += 1;
          },
        });
      };
      connect();
      leaving.signal.addEventListener('abort', () => {
        isLeader = false;
        callOff();
        close();
        resolve();
      });
    });

  channel.onMessage = (message) => {
    if (isMessage(message) && !leaving.signal.aborted) take(message);
  };
  channel.send({ type: 'hello' } satisfies Message);
  lead(hold, leaving.signal);
  return () => leaving.abort();
}
