import { describe, expect, test } from 'vitest';
import { donutArcs } from './donut-arcs.ts';

const RING = { circumference: 300, gap: 3, minimum: 2 };

describe('the stretches of a donut', () => {
  test('nothing draws nothing', () => {
    expect(donutArcs([0, 0], RING).map(({ length }) => length)).toEqual([0, 0]);
  });

  test('one count alone is the whole ring, without a gap', () => {
    expect(donutArcs([0, 7, 0], RING)[1]).toEqual({ start: 0, length: 300 });
  });

  test('equal counts are equally long and begin half a gap after twelve', () => {
    expect(donutArcs([5, 5], RING)).toEqual([
      { start: 1.5, length: 147 },
      { start: 151.5, length: 147 },
    ]);
  });

  test('one among a million is still seen', () => {
    expect(donutArcs([1, 1_000_000], RING)[0]?.length).toBeGreaterThanOrEqual(2);
  });

  test.each([[[1, 4, 9, 6, 3]], [[0, 1, 0, 1]], [[1, 0, 0, 0, 4999]], [[2, 2, 2, 2, 2]]])(
    'the ring of %j is filled and its gaps are kept',
    (counts) => {
      const shown = donutArcs(counts, RING).filter(({ length }) => length > 0);
      expect(shown).toHaveLength(counts.filter(Boolean).length);
      const filled = shown.reduce((sum, { length }) => sum + length + RING.gap, 0);
      expect(filled).toBeCloseTo(RING.circumference, 6);
      for (const [index, { start, length }] of shown.entries()) {
        const next = shown[index + 1];
        if (next) expect(next.start).toBeCloseTo(start + length + RING.gap, 6);
      }
    },
  );

  test('more is longer', () => {
    const [few, many] = donutArcs([3, 4], RING);
    expect(many?.length).toBeGreaterThan(few?.length ?? 0);
  });
});
