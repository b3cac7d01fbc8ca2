import { describe, expect, it } from 'vitest';
import {
  type FindingSearch,
  filtersOf,
  findingHref,
  isNarrowed,
  readFindingSearch,
  withSeverity,
} from './finding-search.ts';

/** What the router reads out of an address: each value is JSON where it is JSON, and text otherwise. */
function read(href: string): FindingSearch {
  const { searchParams } = new URL(href, 'http://localhost');
  const values = [...searchParams].map(([name, text]) => {
    try {
      return [name, JSON.parse(text)] as const;
    } catch {
      return [name, text] as const;
    }
  });
  return readFindingSearch(Object.fromEntries(values));
}

describe('the address of the findings', () => {
  it('reproduces the view that it was made from', () => {
    const views: FindingSearch[] = [
      {},
      { search: 'tls & more' },
      { search: '42' },
      { severity: ['critical', 'low'], published: false },
      { sort: 'title', direction: 'asc' },
    ];
    for (const view of views) expect(read(findingHref('p', 'f', view))).toEqual(view);
  });

  it('shows the most severe first unless told otherwise', () => {
    expect(filtersOf({})).toEqual({
      search: '',
      severity: [],
      sort: { field: 'severity', direction: 'desc' },
    });
    expect(filtersOf({ published: false })).toMatchObject({ isPublished: false });
  });

  it('is narrowed by a filter, not by an order', () => {
    expect(isNarrowed({ sort: 'title' })).toBe(false);
    expect(isNarrowed({ published: false })).toBe(true);
    expect(isNarrowed({ severity: [] })).toBe(false);
  });

  it('switches a severity on and off again', () => {
    const on = withSeverity({}, 'high');
    expect(on).toEqual({ severity: ['high'] });
    expect(withSeverity(on, 'high')).toEqual({ severity: undefined });
  });

  it('leaves out what it cannot read', () => {
    expect(readFindingSearch({ severity: ['awful'], published: 'perhaps', sort: 'colour' })).toEqual({});
  });
});
