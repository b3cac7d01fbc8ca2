import { describe, expect, it } from 'vitest';
import { dayFromToday, dayOf, daysUntil, endOfDay, endsWithin, noonOf } from './days.ts';

describe('days', () => {
  it('ends a day in the calendar of the person and finds the same day again', () => {
    const end = endOfDay('2026-03-29');
    expect(end).not.toBeNull();
    expect(dayOf(end)).toBe('2026-03-29');
  });

  it('takes an empty field for no end', () => {
    expect(endOfDay('')).toBeNull();
    expect(dayOf(null)).toBe('');
  });

  it('counts what ends soon, but not what has ended or never ends', () => {
    expect(endsWithin(endOfDay(dayFromToday(3)), 14)).toBe(true);
    expect(endsWithin(endOfDay(dayFromToday(30)), 14)).toBe(false);
    expect(endsWithin(endOfDay(dayFromToday(-2)), 14)).toBe(false);
    expect(endsWithin(null, 14)).toBe(false);
  });

  it('shows a calendar day as that day, whatever the zone and the summer time', () => {
    for (const day of ['2026-01-01', '2026-04-05', '2026-09-27', '2026-12-31'])
      expect(dayOf(noonOf(day).toISOString())).toBe(day);
  });

  it('counts whole days to a day, before and after it', () => {
    expect(daysUntil(dayFromToday(0))).toBe(0);
    expect(daysUntil(dayFromToday(10))).toBe(10);
    expect(daysUntil(dayFromToday(-3))).toBe(-3);
  });
});
