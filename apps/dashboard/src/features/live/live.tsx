import type { LiveEvent } from '@sallyport/contracts/staff';
import { StatusGlyph } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { setLiveStatus, useLiveStatus } from '../../lib/live-status.ts';
import { client } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { joinLive, type LiveParts, type TabChannel } from './live-feed.ts';
import { refreshAll, refreshFor } from './refresh.ts';

const NAME = 'sallyport.live';
/** Events that come together are answered together. */
const GATHER_MS = 250;
/** A break shorter than this is nobody's concern. */
const LOST_AFTER_MS = 15_000;

/** Keeps what is on the screen true while others work, and says so when it cannot. */
export function Live() {
  const queryClient = useQueryClient();
  useEffect(() => {
    const gathered = new Map<string, LiveEvent>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      for (const event of gathered.values()) refreshFor(queryClient, event);
      gathered.clear();
    };
    const { channel, close } = openChannel();
    const leave = joinLive({
      channel,
      lead: leadTabs,
      open: openStream,
      later: (run, delayMs) => {
        const waiting = setTimeout(run, delayMs);
        return () => clearTimeout(waiting);
      },
      onEvent: (event) => {
        gathered.set(`${event.kind} ${event.id}`, event);
        timer ??= setTimeout(flush, GATHER_MS);
      },
      onMissed: () => refreshAll(queryClient),
      onOpen: (isOpen) => setLiveStatus(isOpen ? 'open' : 'lost'),
    });
    return () => {
      clearTimeout(timer);
      leave();
      close();
      setLiveStatus('connecting');
    };
  }, [queryClient]);
  return <LostNote />;
}

/** Where tabs cannot find each other (a page without TLS) each has a stream of its own. */
const canShare = () => 'locks' in navigator && 'BroadcastChannel' in globalThis;

const leadTabs: LiveParts['lead'] = (work, signal) => {
  if (!canShare()) return void work();
  navigator.locks
    .request(NAME, { signal }, work)
    .catch((error: unknown) => (signal.aborted ? undefined : Promise.reject(error)));
};

function openChannel(): { channel: TabChannel; close: () => void } {
  if (!canShare()) return { channel: { send: () => {}, onMessage: () => {} }, close: () => {} };
  const broadcast = new BroadcastChannel(NAME);
  const channel: TabChannel = { send: (message) => broadcast.postMessage(message), onMessage: () => {} };
  broadcast.onmessage = ({ data }: MessageEvent<unknown>) => channel.onMessage(data);
  return { channel, close: () => broadcast.close() };
}

const openStream: LiveParts['open'] = ({ onUp, onDown, onEvent, onEnd }) => {
  const subscription = client.live.events.subscribe(
    {},
    {
      onData: onEvent,
      onConnectionStateChange: ({ state }) => {
        if (state === 'pending') onUp();
        else if (state === 'connecting') onDown();
      },
      onError: onEnd,
      onComplete: onEnd,
    },
  );
  return () => subscription.unsubscribe();
};

function LostNote() {
  const isLost = useLiveStatus() === 'lost';
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isLost) return undefined;
    const timer = setTimeout(() => setLong(true), LOST_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isLost]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-3 z-10 grid justify-items-center"
    >
      {isLong ? (
        <p className="flex items-center gap-1.5 rounded-full border border-border-strong bg-raised px-3 py-1 text-xs text-text-2 shadow-2">
          <StatusGlyph glyph="dashed" tone="caution" />
          {strings.live.lost}
        </p>
      ) : null}
    </div>
  );
}
