import { describe, expect, it } from 'vitest';
import { blankContact, inputOf, moved, rowErrors } from './contact-rows.ts';

const named = (key: string) => ({ ...blankContact(key), name: key });

describe('contacts being edited', () => {
  it('move one place, and stay where they are at the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });

  it('are sent without rows that were left empty and without their keys', () => {
    expect(inputOf([blankContact('1'), named('2')])).toEqual([
      { name: '2', role: '', email: '', phone: '', isEmergency: false },
    ]);
  });

  it('show an error at the row it is about, whatever empty rows stand before it', () => {
    const rows = [blankContact('1'), named('2'), blankContact('3'), { ...blankContact('4'), email: 'x' }];
    const found = rowErrors(rows, {
      'contacts.1.email': 'Write an e-mail address.',
      'contacts.1.name': 'Fill this in.',
      name: 'Taken.',
    });
    expect([...found]).toEqual([['4', { email: 'Write an e-mail address.', name: 'Fill this in.' }]]);
  });
});
