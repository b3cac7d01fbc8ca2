import { expect, test } from 'vitest';
import { daysOffered } from './token-days.ts';

test('T1 offers up to the longest that is allowed here, and that one', () => {
  expect(daysOffered(365)).toEqual([7, 30, 90, 180, 365]);
  expect(daysOffered(100)).toEqual([7, 30, 90, 100]);
  expect(daysOffered(90)).toEqual([7, 30, 90]);
  expect(daysOffered(1)).toEqual([1]);
});
