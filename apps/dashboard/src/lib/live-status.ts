import { useEffect, useRef, useSyncExternalStore } from 'react';
import { inBackground } from './background.ts';

/** Whether changes are told as they happen: not yet, now, or no longer. */
export type LiveStatus = 'connecting' | 'open' | 'lost';

let status: LiveStatus = 'connecting';
const listeners = new Set<() => void>();

export function setLiveStatus(next: LiveStatus): void {
  if (next === status) return;
  status = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(subscribe, () => status);
}

const POLL_MS = 5_000;

/** Asks again and again while a job runs and nothing is told by itself. */
export function useJobPolling(isRunning: boolean, refresh: () => unknown): void {
  const isSilent = useLiveStatus() !== 'open';
  const latest = useRef(refresh);
  useEffect(() => {
    latest.current = refresh;
  });
  useEffect(() => {
    if (!isRunning || !isSilent) return undefined;
    const timer = setInterval(() => inBackground(() => latest.current()), POLL_MS);
    return () => clearInterval(timer);
  }, [isRunning, isSilent]);
}
