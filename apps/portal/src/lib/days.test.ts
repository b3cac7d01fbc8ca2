import { describe, expect, test } from 'vitest';
import { daySpan, noonOf } from './days.ts';

describe('days of a project', () => {
  test('a day stays that day in any zone', () => {
    expect(noonOf('2025-11-03').getDate()).toBe(3);
  });

  test.each([
    ['2025-11-03', '2025-11-28', '3 – 28 Nov 2025'],
    ['2025-11-03', '2025-12-02', '3 Nov – 2 Dec 2025'],
    ['2025-11-03', null, '3 Nov 2025'],
    [null, '2025-11-28', '28 Nov 2025'],
    [null, null, null],
  ])('%s to %s reads %s', (from, to, text) => {
    expect(daySpan(from, to, 'en-GB')?.replaceAll(/\s*–\s*/g, ' – ') ?? null).toBe(text);
  });
});
