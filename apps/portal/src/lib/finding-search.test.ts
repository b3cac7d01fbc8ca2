import { defaultParseSearch } from '@tanstack/react-router';
import { describe, expect, test } from 'vitest';
import {
  type FindingSearch,
  findingsHref,
  isNarrowed,
  readFindingSearch,
  switched,
} from './finding-search.ts';

const PROJECT = '0190b3c1-7c1e-7000-8000-0123456789ab';

describe('the address of the findings', () => {
  test.each<[string, FindingSearch]>([
    ['nothing', {}],
    [
      'everything',
      { search: 'a "b" & c', severity: ['critical', 'low'], result: ['OPEN'], project: PROJECT },
    ],
    ['a search that looks like a number', { search: '404' }],
    ['a search that looks like a list', { search: '["critical"]' }],
  ])('with %s is read back as it was written', (_, search) => {
    const href = new URL(findingsHref(search), 'https://portal.example');
    expect(readFindingSearch(defaultParseSearch(href.search))).toEqual(search);
  });

  test.each([
    ['an unknown severity', { severity: ['fatal'] }],
    ['a severity that is no list', { severity: 'critical' }],
    ['a search of blanks', { search: '  ' }],
    ['a project that is no id', { project: 'x' }],
  ])('with %s leaves it out', (_, raw) => {
    expect(readFindingSearch(raw)).toEqual({});
  });

  test('narrows as soon as one filter stands', () => {
    expect(isNarrowed({})).toBe(false);
    expect(isNarrowed({ result: ['FIXED'] })).toBe(true);
  });
});

test('switching the last value off takes the filter away', () => {
  expect(switched(undefined, 'a')).toEqual(['a']);
  expect(switched(['a'], 'b')).toEqual(['a', 'b']);
  expect(switched(['a'], 'a')).toBeUndefined();
});
