import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteServerTime } from './server-clock.ts';
import { hasRunOut, isLocked, lockSession, noteSession, unlockSession } from './session-lock.ts';

const NOW = Date.parse('2026-03-02T09:00:00Z');

function session(endsInMs: number) {
  const idleEndsAt = new Date(NOW + endsInMs).toISOString();
  return { idleEndsAt, absoluteEndsAt: idleEndsAt, confirmedUntil: null, duties: [] };
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  noteServerTime(new Date(NOW).toUTCString());
});

afterEach(() => {
  unlockSession(false);
  vi.useRealTimers();
});

describe('S6: a session that ran out', () => {
  it('is one whose time is over', () => {
    noteSession(session(60_000));
    expect(hasRunOut()).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(hasRunOut()).toBe(true);
  });

  it('goes by the clock of the server, not of the machine', () => {
    noteSession(session(60_000));
    noteServerTime(new Date(NOW + 120_000).toUTCString());
    expect(hasRunOut()).toBe(true);
    noteServerTime('no date');
    expect(hasRunOut()).toBe(true);
  });

  it('locks the page once for all who wait, and lets them go on together', async () => {
    const waiting = [lockSession(), lockSession()];
    expect(isLocked()).toBe(true);
    unlockSession(true);
    expect(await Promise.all(waiting)).toEqual([true, true]);
    expect(isLocked()).toBe(false);
  });

  it('lets nobody go on when somebody else came', async () => {
    const waiting = lockSession();
    unlockSession(false);
    expect(await waiting).toBe(false);
  });
});
