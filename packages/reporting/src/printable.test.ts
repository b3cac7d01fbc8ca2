import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakable, plainCode, plainLine, printable, shortened } from './printable.ts';

const joined = (text: string) => [printable(text)].flat().join('');

describe('breakable', () => {
  it('leaves ordinary text in one piece', () => {
    expect(breakable('an ordinary sentence, with commas')).toBe('an ordinary sentence, with commas');
  });

  it('cuts an address after its punctuation and a hash anywhere', () => {
    expect(breakable('see https://www.aldervale.example/accounts/overview?id=1 there')).toEqual([
      'see https://',
      'www.',
      'aldervale.',
      'example/',
      'accounts/',
      'overview?',
      'id=',
      '1',
      ' there',
    ]);
    expect(breakable('e3b0c44298fc1c149afbf4c8996fb924')).toEqual([
      'e3b0c44298fc',
      '1c149afbf4c8',
      '996fb924',
    ]);
  });

  it('adds and loses nothing, and never parts a letter from its marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 120 }), (text) => {
        expect(joined(text)).toBe(plainLine(text));
      }),
    );
    for (const piece of [breakable('e\u0301'.repeat(40))].flat()) expect(piece).toMatch(/^e/);
  });
});

it('cleans a line and keeps the lines of code', () => {
  expect(plainLine('a\r\nb\u2028c\td\u0007e')).toBe('a b c de');
  expect(plainCode('a\r\nb\rc\td\u0007e')).toBe('a\nb\nc\td␇e');
});

it('shortens by letters, not by halves of them', () => {
  expect(shortened('🔒🔒🔒🔒', 3)).toBe('🔒🔒…');
  expect(shortened('short', 5)).toBe('short');
});
