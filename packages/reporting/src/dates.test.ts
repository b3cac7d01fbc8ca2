import { expect, it } from 'vitest';
import { dayInWords, dayOfMoment, spanInWords } from './dates.ts';

it('names a day without moving it', () => {
  expect(dayInWords('2025-09-01')).toBe('1 Sep 2025');
});

it.each([
  ['UTC', '21 Nov 2025'],
  ['Pacific/Chatham', '22 Nov 2025'],
])('names the day of a moment in %s', (zone, day) => {
  expect(dayOfMoment('2025-11-21T22:30:00Z', zone)).toBe(day);
});

it('names a span by what is known of it', () => {
  expect(spanInWords('2025-10-27', '2025-11-14')).toBe('27 Oct 2025 – 14 Nov 2025');
  expect(spanInWords('2025-10-27', '2025-10-27')).toBe('27 Oct 2025');
  expect(spanInWords(null, '2025-11-14')).toBe('14 Nov 2025');
  expect(spanInWords(null, null)).toBeNull();
});
