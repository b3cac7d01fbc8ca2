import { expect, test } from 'vitest';
import { mannWhitney } from './rank-test.ts';

test('tells samples apart that differ, and not those that are the same', () => {
  const low = Array.from({ length: 30 }, (_, n) => n);
  const high = low.map((value) => value + 20);
  expect(mannWhitney(low, low)).toMatchObject({ z: 0, effect: 0.5 });
  expect(mannWhitney(low, low).p).toBeCloseTo(1, 5);
  expect(mannWhitney(high, low).p).toBeLessThan(0.001);
  expect(mannWhitney(low, high).z).toBeCloseTo(-mannWhitney(high, low).z, 10);
});

test('gives the published statistic of a worked example: tortoise and hare', () => {
  // Ranks 1 to 12 as T H H H H H T T T T T H: U of the tortoises is 25 by "beats", 11 by ranks of places.
  const tortoises = [1, 7, 8, 9, 10, 11];
  const hares = [2, 3, 4, 5, 6, 12];
  expect(mannWhitney(tortoises, hares).u).toBe(25);
  expect(mannWhitney(hares, tortoises).u).toBe(11);
});
