import { expect, test } from 'vitest';
import { diffLines } from './diff.ts';

test('a changed fact is two lines, an unchanged one is one', () => {
  expect(diffLines({ name: 'Leads', reach: 'All' }, { name: 'Leads', reach: 'Assigned' })).toEqual([
    { key: 'name', sign: ' ', value: 'Leads' },
    { key: 'reach', sign: '-', value: 'All' },
    { key: 'reach', sign: '+', value: 'Assigned' },
  ]);
});

test('what was created has only additions', () => {
  expect(diffLines(null, { name: 'Leads', tags: ['a', 'b'], ends: null })).toEqual([
    { key: 'name', sign: '+', value: 'Leads' },
    { key: 'tags', sign: '+', value: 'a, b' },
    { key: 'ends', sign: '+', value: '–' },
  ]);
});

test('what was deleted has only removals', () => {
  expect(diffLines({ active: true }, undefined)).toEqual([{ key: 'active', sign: '-', value: 'true' }]);
});

test('nothing on both sides is no line', () => {
  expect(diffLines({ note: undefined }, {})).toEqual([{ key: 'note', sign: '-', value: '–' }]);
  expect(diffLines(null, null)).toEqual([]);
});
