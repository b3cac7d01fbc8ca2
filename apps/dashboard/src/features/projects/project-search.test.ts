import { describe, expect, it } from 'vitest';
import { filtersOf, isNarrowed, readProjectSearch, VIEWS, viewOf } from './project-search.ts';

describe('the address of the projects table', () => {
  it('leaves damaged parts out and keeps the rest', () => {
    expect(
      readProjectSearch({ search: 'bank', status: ['LOST'], company: 'x', mine: 'yes', sort: 'colour' }),
    ).toEqual({ search: 'bank' });
  });

  it('asks for everything, newest first, when it says nothing', () => {
    expect(filtersOf({})).toEqual({
      search: '',
      status: [],
      sort: { field: 'createdAt', direction: 'desc' },
    });
  });

  it('knows which view it shows, whatever the order of the statuses', () => {
    expect(viewOf({})).toBe('all');
    expect(viewOf({ mine: true })).toBe('mine');
    expect(viewOf({ status: ['IN_PROGRESS', 'UPCOMING'], sort: 'name' })).toBe('active');
    expect(viewOf({ status: ['COMPLETED'] })).toBe('completed');
  });

  it('shows no view once it is narrowed in its own way', () => {
    expect(viewOf({ search: 'bank' })).toBeNull();
    expect(viewOf({ mine: true, status: ['COMPLETED'] })).toBeNull();
  });

  it('is narrowed by every view but the first', () => {
    for (const [key, view] of Object.entries(VIEWS))
      expect(isNarrowed(readProjectSearch(view))).toBe(key !== 'all');
  });
});
