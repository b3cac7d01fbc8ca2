import type { Database } from '@sallyport/db';
import { describe, expect, it } from 'vitest';
import { createDenialRecorder, type Denial } from './denials.ts';

const denial: Denial = {
  actorId: 'a',
  sessionId: 's',
  procedure: 'users.getUser',
  objectType: 'user',
  objectId: 'o',
  reason: 'G5',
  address: '192.0.2.7',
  requestId: 'r',
};

function setUp() {
  const rows: { objectId: string | null; occurrences: number }[] = [];
  let now = 0;
  const recorder = createDenialRecorder(
    {} as Database,
    'STAFF',
    {
      writeRefusal: async (_db, _door, { objectId }, occurrences) =>
        void rows.push({ objectId, occurrences }),
      writeFailure: async () => {},
    },
    () => now,
  );
  return { rows, recorder, advance: (ms: number) => (now += ms) };
}

describe('L1: refusals are coalesced per minute', () => {
  it('writes the first at once, so that nothing is lost when the process dies', async () => {
    const { rows, recorder } = setUp();
    await recorder.refused(denial);
    expect(rows).toEqual([{ objectId: 'o', occurrences: 1 }]);
  });

  it('counts the same within a minute and writes the count once', async () => {
    const { rows, recorder, advance } = setUp();
    for (let i = 0; i < 5; i += 1) await recorder.refused(denial);
    expect(rows).toHaveLength(1);
    advance(60_000);
    await recorder.refused(denial);
    expect(rows.map((row) => row.occurrences)).toEqual([1, 4, 1]);
  });

  it('keeps different objects, people and reasons apart', async () => {
    const { rows, recorder } = setUp();
    await recorder.refused(denial);
    await recorder.refused({ ...denial, objectId: 'p' });
    await recorder.refused({ ...denial, actorId: 'b' });
    await recorder.refused({ ...denial, reason: 'G7 A2' });
    expect(rows).toHaveLength(4);
  });

  it('writes everything that is pending at shutdown', async () => {
    const { rows, recorder } = setUp();
    await recorder.refused(denial);
    await recorder.refused(denial);
    await recorder.flush();
    expect(rows.map((row) => row.occurrences)).toEqual([1, 1]);
    await recorder.flush();
    expect(rows).toHaveLength(2);
  });

  it('does not grow without bound under random objects', async () => {
    const { rows, recorder } = setUp();
    for (let i = 0; i < 1_500; i += 1) {
      await recorder.refused({ ...denial, objectId: `o${i}` });
      await recorder.refused({ ...denial, objectId: `o${i}` });
    }
    expect(rows.filter((row) => row.occurrences === 1).length).toBeGreaterThan(2_000);
  });
});
