import { SESSION_LIMITS } from '@sallyport/contracts/common';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionPort, SessionToStore, StoredSession } from './session-port.ts';
import { createSessions } from './sessions.ts';

const MINUTE_MS = 60_000;
const START = new Date('2026-03-29T00:30:00Z');

/** A store that tells what it has, limits and all, and lets Lucia's reading decide. */
class MemoryStore implements SessionPort<StoredSession> {
  readonly #rows = new Map<string, SessionToStore & { startedAt: number; lastUsedAt: number }>();
  readonly #audience: 'STAFF' | 'CUSTOMER';
  isRefusing = false;

  constructor(audience: 'STAFF' | 'CUSTOMER') {
    this.#audience = audience;
  }
  async create(session: SessionToStore): Promise<boolean> {
    if (this.isRefusing) return false;
    this.#rows.set(session.secret, { ...session, startedAt: Date.now(), lastUsedAt: Date.now() });
    return true;
  }
  async read(secret: string): Promise<StoredSession | null> {
    const row = this.#rows.get(secret);
    if (!row) return null;
    const { idleMinutes, absoluteHours } = SESSION_LIMITS[this.#audience];
    return {
      sessionId: row.sessionId,
      accountId: row.accountId,
      now: new Date(),
      idleEndsAt: new Date(row.lastUsedAt + idleMinutes * MINUTE_MS),
      absoluteEndsAt: new Date(row.startedAt + absoluteHours * 60 * MINUTE_MS),
    };
  }
  async end(secret: string): Promise<void> {
    this.#rows.delete(secret);
  }
  /** What a person does, written by somebody else than Lucia. */
  touch(secret: string): void {
    const row = this.#rows.get(secret);
    if (row) row.lastUsedAt = Date.now();
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(['STAFF', 'CUSTOMER'] as const)('S6: sessions of %s, through Lucia', (audience) => {
  const { idleMinutes, absoluteHours } = SESSION_LIMITS[audience];
  const sessions = createSessions({ audience });
  const idleMs = idleMinutes * MINUTE_MS;

  async function open() {
    const store = new MemoryStore(audience);
    const session = await sessions.create(store, 'account');
    if (!session) throw new Error('no session');
    return { store, secret: session.secret };
  }

  test(`S6: one second before ${idleMinutes} idle minutes it lives, one second after it is dead`, async () => {
    const { store, secret } = await open();
    vi.setSystemTime(START.getTime() + idleMs - 1000);
    expect(await sessions.find(store, secret)).toMatchObject({ accountId: 'account' });
    vi.setSystemTime(START.getTime() + idleMs + 1000);
    expect(await sessions.find(store, secret)).toBeNull();
  });

  test('S6: looking at a session does not extend it; only a use does', async () => {
    const { store, secret } = await open();
    for (let minute = 0; minute < idleMinutes; minute += 5) {
      vi.setSystemTime(START.getTime() + minute * MINUTE_MS);
      expect(await sessions.find(store, secret)).not.toBeNull();
    }
    vi.setSystemTime(START.getTime() + idleMs + 1000);
    expect(await sessions.find(store, secret)).toBeNull();
  });

  test(`S6: used all the time it lives until one second before ${absoluteHours} hours and not one second after`, async () => {
    const { store, secret } = await open();
    const absoluteMs = absoluteHours * 60 * MINUTE_MS;
    for (let at = 0; at < absoluteMs - 1000; at += idleMs / 2) {
      vi.setSystemTime(START.getTime() + at);
      expect(await sessions.find(store, secret)).not.toBeNull();
      store.touch(secret);
    }
    vi.setSystemTime(START.getTime() + absoluteMs - 1000);
    expect(await sessions.find(store, secret)).not.toBeNull();
    store.touch(secret);
    vi.setSystemTime(START.getTime() + absoluteMs + 1000);
    expect(await sessions.find(store, secret)).toBeNull();
  });

  test('S6: an ended session is not found, another one still is', async () => {
    const { store, secret } = await open();
    const other = await sessions.create(store, 'account');
    await sessions.end(store, secret);
    expect(await sessions.find(store, secret)).toBeNull();
    expect(await sessions.find(store, other?.secret ?? '')).not.toBeNull();
  });

  test('S6: what the store refuses to make is null, and its other errors pass through', async () => {
    const store = new MemoryStore(audience);
    store.isRefusing = true;
    expect(await sessions.create(store, 'account')).toBeNull();
    const broken = { create: () => Promise.reject(new Error('no database')) };
    await expect(sessions.create(broken, 'account')).rejects.toThrow('no database');
  });

  test('S6: secrets have 256 bits and never repeat; the public id is something else', async () => {
    const store = new MemoryStore(audience);
    const made = await Promise.all(Array.from({ length: 50 }, () => sessions.create(store, 'account')));
    const secrets = made.map((session) => session?.secret ?? '');
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    for (const session of made) expect(session?.sessionId).not.toContain(session?.secret);
  });
});
