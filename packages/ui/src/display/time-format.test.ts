import { describe, expect, test } from 'vitest';
import { formatDay, formatExact, formatRelative } from './time-format.ts';

const NOW = new Date(2025, 10, 18, 12, 0, 0);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function relative(offsetMs: number): string {
  return formatRelative(NOW.getTime() + offsetMs, NOW, 'en-GB', 'just now');
}

describe('formatRelative', () => {
  test.each([
    [-10_000, 'just now'],
    [20_000, 'just now'],
    [-50_000, '1 min ago'],
    [-12 * MINUTE_MS, '12 min ago'],
    [-59 * MINUTE_MS, '59 min ago'],
    [5 * MINUTE_MS, 'in 5 min'],
    [5 * DAY_MS, 'in 5 days'],
  ])('%d ms away reads "%s"', (offset, text) => {
    expect(relative(offset)).toBe(text);
  });

  test('hours are counted up to a day', () => {
    expect(relative(-2 * HOUR_MS)).toMatch(/^2 hrs? ago$/);
    expect(relative(-23 * HOUR_MS)).toMatch(/^23 hrs? ago$/);
  });

  test('within a week the weekday is said', () => {
    expect(relative(-4 * DAY_MS)).toMatch(/^Fri,? 12:00$/);
  });

  test('further away the date is said', () => {
    expect(relative(-30 * DAY_MS)).toBe('19 Oct 2025');
    expect(relative(30 * DAY_MS)).toBe('18 Dec 2025');
  });

  test('what is no date is a dash', () => {
    expect(formatRelative('never', NOW, 'en-GB', 'just now')).toBe('–');
  });
});

test('a day names its year', () => {
  expect(formatDay(NOW, 'en-GB')).toBe('18 Nov 2025');
});

test('the exact time has seconds', () => {
  expect(formatExact(NOW, 'en-GB')).toMatch(/18 Nov 2025.*12:00:00/);
});
