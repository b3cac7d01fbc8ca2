import { expect, test } from 'vitest';
import { byDay, daysAgo } from './by-day.ts';

test('keeps the order, and each day once', () => {
  const items = ['2026-03-29T10:00:00', '2026-03-29T01:00:00', '2026-03-28T23:59:00'].map((at) => ({ at }));
  expect(byDay(items)).toEqual([
    { day: '2026-03-29', items: items.slice(0, 2) },
    { day: '2026-03-28', items: items.slice(2) },
  ]);
  const late = { at: '2026-03-29T00:00:01' };
  expect(byDay([...items, late])[0]?.items).toEqual([...items.slice(0, 2), late]);
  expect(byDay([])).toEqual([]);
});

test('counts days over a change of the clock', () => {
  const now = new Date('2026-03-30T00:30:00');
  expect(daysAgo('2026-03-30', now)).toBe(0);
  expect(daysAgo('2026-03-29', now)).toBe(1);
  expect(daysAgo('2026-03-27', now)).toBe(3);
});
