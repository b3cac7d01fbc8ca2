import { describe, expect, it } from 'vitest';
import { areSignInsNarrowed, readSignInSearch, signInFiltersOf } from './sign-in-search.ts';

const NOW = Date.parse('2025-11-18T12:41:07.318Z');

describe('the address of sign-in activity', () => {
  it('asks for the last seven days unless told otherwise, by the minute', () => {
    expect(signInFiltersOf({}, NOW)).toEqual({ outcome: [], kind: [], since: '2025-11-11T12:41:00.000Z' });
    expect(signInFiltersOf({ range: 'day' }, NOW).since).toBe('2025-11-17T12:41:00.000Z');
  });

  it('carries every filter, and leaves out what is damaged', () => {
    const search = readSignInSearch({
      range: 'century',
      door: 'STAFF',
      outcome: ['FAILED'],
      kind: ['SPELL'],
      address: '203.0.113.7',
      account: 'nobody',
    });
    expect(signInFiltersOf(search, NOW)).toMatchObject({
      audience: 'STAFF',
      outcome: ['FAILED'],
      kind: [],
      address: '203.0.113.7',
    });
    expect(areSignInsNarrowed(search)).toBe(true);
    expect(areSignInsNarrowed(readSignInSearch({ range: 'day' }))).toBe(false);
  });
});
