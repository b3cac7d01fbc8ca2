import { describe, expect, test } from 'vitest';
import { filterGroups, fuzzyScore } from './palette-filter.ts';

const GROUPS = [
  {
    heading: 'Actions',
    items: [
      { label: 'Invite user', context: 'Users' },
      { label: 'New group', context: 'Groups' },
    ],
  },
  {
    heading: 'Go to',
    items: [{ label: 'Users' }, { label: 'User settings' }, { label: 'Audit log', keywords: 'history' }],
  },
  { heading: 'Found', keepAll: true, items: [{ label: 'Aldervale Bank' }] },
];

function labels(query: string): string[] {
  return filterGroups(GROUPS, query).flatMap((group) => group.items.map((item) => item.label));
}

describe('fuzzyScore', () => {
  test('letters missing from the text are no match', () => {
    expect(fuzzyScore('xyz', 'Invite user')).toBeUndefined();
  });

  test('initials of the words match', () => {
    expect(fuzzyScore('iu', 'Invite user')).toBeDefined();
  });

  test('letters scattered over a long text are no match', () => {
    expect(fuzzyScore('gts', 'Removing a member from this project')).toBeUndefined();
  });

  test('the beginning of the text beats the middle, the middle beats scattered letters', () => {
    const start = fuzzyScore('user', 'Users') ?? 0;
    const middle = fuzzyScore('user', 'Invite user') ?? 0;
    const scattered = fuzzyScore('use', 'Unset every') ?? 0;
    expect(start).toBeGreaterThan(middle);
    expect(middle).toBeGreaterThan(scattered);
  });

  test('words may stand in any order', () => {
    expect(fuzzyScore('user invite', 'Invite user')).toBeDefined();
  });
});

describe('filterGroups', () => {
  test('an empty query keeps everything in order', () => {
    expect(labels('')).toEqual([
      'Invite user',
      'New group',
      'Users',
      'User settings',
      'Audit log',
      'Aldervale Bank',
    ]);
  });

  test('groups without a match disappear, found ones stay as they came', () => {
    expect(labels('audit')).toEqual(['Audit log', 'Aldervale Bank']);
  });

  test('keywords find what the label does not say', () => {
    expect(labels('history')).toContain('Audit log');
  });
});
