import { describe, expect, test } from 'vitest';
import { runInThread, ThreadError, ThreadLimitError } from './run-in-thread.ts';
import type { ProbeInput } from './test-support/probe.ts';

const LIMITS = { timeoutMs: 15_000, heapMb: 64 };
const run = (input: ProbeInput, limits: Partial<Parameters<typeof runInThread>[2]> = {}) =>
  runInThread('../test-support/probe', input, { ...LIMITS, ...limits });

describe('work in a thread of its own', () => {
  test('answers with what it computed', async () => {
    expect(await run({ does: 'double', number: 21 })).toBe(42);
  });
  test('hands back what it threw', async () => {
    await expect(run({ does: 'throw' })).rejects.toThrow(new ThreadError('RangeError', 'out of ink'));
  });
  test('is stopped when it takes too long', async () => {
    await expect(run({ does: 'spin' }, { timeoutMs: 1_500 })).rejects.toBeInstanceOf(ThreadLimitError);
  });
  test('is stopped when it takes too much memory, and the process lives on', async () => {
    await expect(run({ does: 'hoard' })).rejects.toThrow(/more than 64 MB/);
  });
  test('is stopped when the process is asked to stop', async () => {
    const stopping = new AbortController();
    const running = run({ does: 'spin' }, { signal: stopping.signal });
    stopping.abort();
    await expect(running).rejects.toThrow(/was stopped/);
  });
});
