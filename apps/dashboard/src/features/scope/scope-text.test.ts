import { describe, expect, it } from 'vitest';
import { inOrder, matching, noteOf, textOf } from './scope-text.ts';

const item = (target: string, note = '', isInScope = true) => ({ target, note, isInScope });

describe('scope as text', () => {
  it('adds the same targets again with their notes, in and out of scope apart', () => {
    expect(
      textOf([
        item('shop.client.example', 'after 18:00 # not before'),
        item('192.0.2.0/24', '', false),
        item('api.client.example'),
      ]),
    ).toEqual([
      { isInScope: true, text: 'shop.client.example\tafter 18:00 # not before\napi.client.example' },
      { isInScope: false, text: '192.0.2.0/24' },
    ]);
    expect(textOf([])).toEqual([]);
  });

  it('is searched word by word in target and note', () => {
    const rows = [item('shop.client.example', 'only at night'), item('mail.client.example')];
    expect(matching(rows, 'CLIENT night')).toEqual([rows[0]]);
    expect(matching(rows, '  ')).toEqual(rows);
    expect(matching(rows, 'shop mail')).toEqual([]);
  });

  it('reads the note behind a tab or " # ", and no note from a fragment', () => {
    expect(noteOf('shop.client.example\tafter 18:00')).toBe('after 18:00');
    expect(noteOf('192.0.2.0/24 # only at night ')).toBe('only at night');
    expect(noteOf('https://shop.client.example/#/basket')).toBe('');
  });

  it('shows refused lines first and keeps the order of the rest', () => {
    const line = (number: number, outcome: 'ADDED' | 'DUPLICATE' | 'REFUSED') => ({
      line: number,
      text: '',
      outcome,
      kind: null,
      target: null,
      message: null,
    });
    const lines = [line(1, 'ADDED'), line(2, 'REFUSED'), line(3, 'DUPLICATE'), line(4, 'REFUSED')];
    expect(inOrder(lines).map((one) => one.line)).toEqual([2, 4, 1, 3]);
  });
});
