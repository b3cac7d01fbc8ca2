import { describe, expect, test } from 'vitest';
import { fold, matchOptions } from './combobox-filter.ts';

const PEOPLE = [
  { label: 'Mara Lindqvist', description: 'mara@stonemere.example' },
  { label: 'Zoë Almeida', description: 'zoe@stonemere.example' },
  { label: 'Tamara Okafor', description: 'tamara@stonemere.example' },
];

test('case and accents do not matter', () => {
  expect(fold('Zoë ÅNGSTRÖM')).toBe('zoe angstrom');
});

describe('matchOptions', () => {
  test('nothing typed keeps everyone', () => {
    expect(matchOptions(PEOPLE, '  ')).toHaveLength(3);
  });

  test('whoever begins with it comes first', () => {
    expect(matchOptions(PEOPLE, 'mara').map((person) => person.label)).toEqual([
      'Mara Lindqvist',
      'Tamara Okafor',
    ]);
  });

  test('every word has to occur', () => {
    expect(matchOptions(PEOPLE, 'zoe stonemere')).toHaveLength(1);
    expect(matchOptions(PEOPLE, 'zoe lindqvist')).toHaveLength(0);
  });
});
