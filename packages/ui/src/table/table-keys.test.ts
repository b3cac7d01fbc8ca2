import { describe, expect, test } from 'vitest';
import { tableMove, toggled } from './table-keys.ts';

describe('tableMove', () => {
  test.each([
    ['ArrowDown', 0, { to: 1 }],
    ['j', 4, { to: 4 }],
    ['ArrowUp', 0, { to: 0 }],
    ['k', 3, { to: 2 }],
    ['Home', 3, { to: 0 }],
    ['End', 0, { to: 4 }],
    ['Enter', 2, 'open'],
    ['x', 2, 'select'],
    ['a', 2, undefined],
  ])('%s on row %d of five', (key, index, move) => {
    expect(tableMove(key, index, 5)).toEqual(move);
  });
});

test('toggling puts a key in or takes it out and leaves the old selection alone', () => {
  const before: ReadonlySet<string> = new Set(['a']);
  expect([...toggled(before, 'b')]).toEqual(['a', 'b']);
  expect([...toggled(before, 'a')]).toEqual([]);
  expect([...before]).toEqual(['a']);
});
