import { describe, expect, it } from 'vitest';
import { digits, either, flag, idOf, oneOf, readAddress, someOf, text, whole } from './read-address.ts';

const read = readAddress({
  search: text(5),
  admin: flag,
  sort: oneOf(['name', 'createdAt']),
  status: someOf(['OPEN', 'CLOSED']),
  open: idOf(),
  signIn: either(oneOf(['never']), whole(-10, 10)),
  entry: either(whole(0, Number.MAX_SAFE_INTEGER), digits),
});

const WHOLE = {
  search: 'bank',
  admin: false,
  sort: 'name',
  status: ['CLOSED', 'OPEN'],
  open: '019a2f6e-0000-7000-8000-00000000000a',
  signIn: -10,
  entry: '12345678901234567890',
};

describe('readAddress', () => {
  it('reads every part of an address, and nothing that is not asked for', () => {
    expect(read({ ...WHOLE, other: 'x' })).toEqual(WHOLE);
    expect(read({ signIn: 'never', entry: 7 })).toEqual({ signIn: 'never', entry: 7 });
    expect(read({ open: WHOLE.open.toUpperCase() })).toEqual({ open: WHOLE.open });
  });

  it.each([
    ['search', 'longer'],
    ['search', 3],
    ['admin', 'yes'],
    ['sort', 'colour'],
    ['sort', ['name']],
    ['status', ['OPEN', 'LOST']],
    ['status', ['OPEN', 'CLOSED', 'OPEN']],
    ['status', 'OPEN'],
    ['open', 'x'],
    ['signIn', 11],
    ['signIn', 1.5],
    ['entry', -1],
    ['entry', '12x'],
  ])('leaves out a damaged %s: %j', (key, value) => {
    const { [key]: _damaged, ...rest } = { ...WHOLE } as Record<string, unknown>;
    expect(read({ ...WHOLE, [key]: value })).toEqual(rest);
  });
});
