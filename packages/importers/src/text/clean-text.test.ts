import { expect, test } from 'vitest';
import { cleanLine, cleanText, detached, shorten } from './clean-text.ts';

test('leaves line feeds and tabs, and no other control or hidden character', () => {
  expect(cleanText('\r\n \n\ta\u0000\u001b[31m\r\nb\u2028c\u0085\u009f\u202ed\u200b\r \n')).toBe(
    '\ta[31m\nb\ncd',
  );
});

test('makes one line, cut with an ellipsis', () => {
  expect(cleanLine(' a\n\n  b\tc ', 10)).toBe('a b c');
  expect(cleanLine('abcdef', 4)).toBe('abc…');
});

test('shortens with a mark and cuts no character in two', () => {
  expect(shorten('abc', 3)).toBe('abc');
  expect(shorten('ab\u{1f6a2}d', 3)).toBe('ab\n\n(shortened here: the scanner wrote more than 3 characters)');
});

test('detaches a text without changing it', () => {
  expect(['', 'a', 'a longer text'].map(detached)).toEqual(['', 'a', 'a longer text']);
});
