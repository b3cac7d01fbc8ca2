import { describe, expect, it } from 'vitest';
import { findTyped, moveTo, typed } from './select-keys.ts';

const choices = [
  { label: 'Critical', disabled: true },
  { label: 'High' },
  { label: 'Hidden', disabled: true },
  { label: 'Medium' },
  { label: 'Élevé' },
  { label: 'Minor' },
];

describe('keys of an open list', () => {
  it.each([
    ['ArrowDown', 1, 3, 'passes over what cannot be taken'],
    ['ArrowDown', 5, 5, 'stops at the end'],
    ['ArrowDown', -1, 1, 'begins with the first that can be taken'],
    ['ArrowUp', 3, 1, 'passes over on the way up'],
    ['ArrowUp', 1, 1, 'stays where nothing above can be taken'],
    ['Home', 5, 1, 'leads to the first that can be taken'],
    ['End', 1, 5, 'leads to the last'],
    ['PageDown', 1, 5, 'leads no further than the end'],
    ['PageUp', 5, 1, 'leads no further than the beginning'],
  ] as const)('%s from %i leads to %i: it %s', (key, from, to, _why) => {
    expect(moveTo(key, from, choices)).toBe(to);
  });

  it.each(['Tab', 'a', 'Shift'])('%s moves nothing', (key) => {
    expect(moveTo(key, 1, choices)).toBeNull();
  });

  it('moves nothing in a list without a choice', () => {
    expect(moveTo('ArrowDown', -1, [])).toBe(-1);
    expect(moveTo('End', -1, [])).toBe(-1);
  });
});

describe('typing', () => {
  it('finds what begins with it, without case and accents', () => {
    expect(findTyped('med', 1, choices)).toBe(3);
    expect(findTyped('ELE', 1, choices)).toBe(4);
    expect(findTyped('z', 1, choices)).toBeNull();
    expect(findTyped('a', -1, [])).toBeNull();
  });

  it('walks those that begin with one letter, and never to one that cannot be taken', () => {
    expect(findTyped('m', 3, choices)).toBe(5);
    expect(findTyped('mm', 5, choices)).toBe(3);
    expect(findTyped('h', 1, choices)).toBe(1);
    expect(findTyped('c', 1, choices)).toBeNull();
  });

  it('goes on with a word that the present choice begins with', () => {
    expect(findTyped('mi', 5, choices)).toBe(5);
  });

  it('begins a new word after a pause', () => {
    const first = typed({ text: '', at: 0 }, 'm', 1_000);
    expect(typed(first, 'i', 1_500).text).toBe('mi');
    expect(typed(first, 'i', 2_000).text).toBe('i');
  });
});
