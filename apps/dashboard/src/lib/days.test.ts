import { describe, expect, it } from 'vitest';
import { dayFromToday, dayOf, endOfDay, endsWithin } from './days.ts';

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
});
