import { describe, expect, test } from 'vitest';
import { chooseForAll, countOf, type Item, successorsOf, summaryOf } from './offboarding-draft.ts';

const item = (id: string, more: Partial<Item> = {}): Item => ({
  noun: 'project',
  id,
  name: `Project ${id}`,
  detail: '',
  role: 'OWNER',
  isOpen: true,
  canHandOver: true,
  why: null,
  ...more,
});
const items = [item('a'), item('b', { canHandOver: false }), item('g', { noun: 'group', role: null })];
const person = { id: 'p', displayName: 'Pat', title: '', photo: null } as Parameters<typeof chooseForAll>[1];

describe('U3 what becomes of the projects', () => {
  test('U3 allows one person for everything that can be handed over, and leaves the rest on purpose', () => {
    const choices = chooseForAll(items, person);
    expect(summaryOf(items, choices)).toEqual({ handed: 1, left: 1, open: 0 });
    expect(successorsOf(items, choices)).toEqual([
      { noun: 'project', id: 'a', to: 'p' },
      { noun: 'project', id: 'b', to: null },
    ]);
  });

  test('U3 refuses to call silence an answer', () => {
    expect(summaryOf(items, new Map())).toEqual({ handed: 0, left: 0, open: 2 });
    expect(summaryOf(items, new Map([['a', null]]))).toEqual({ handed: 0, left: 1, open: 1 });
  });

  test('groups, tokens and links are counted, not handed over', () => {
    expect(countOf(items, 'group')).toBe(1);
  });
});
