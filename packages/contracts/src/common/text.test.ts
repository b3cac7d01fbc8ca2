import { describe, expect, it } from 'vitest';
import { passwordLength } from './password-rules.ts';
import { DisplayName, EmailAddress, multiLine, Username } from './text.ts';

describe('text for people', () => {
  it.each([
    ['Zoë Łukasiewicz', 'Zoë Łukasiewicz'],
    ['  Ines  ', 'Ines'],
    ['e\u0301', 'é'],
  ])('R2 allows a name such as %j', (typed, kept) => {
    expect(DisplayName.parse(typed)).toBe(kept);
  });

  it.each([
    [''],
    ['   '],
    ['a\u0000b'],
    ['a\nb'],
    ['a\u2028b'],
    ['x'.repeat(81)],
    [['Ines']],
    [{ name: 'Ines' }],
    [7],
  ])('R2 refuses %j as a name', (typed) => {
    expect(DisplayName.safeParse(typed).success).toBe(false);
  });

  it('keeps line breaks and tabs where several lines are allowed, and no other control character', () => {
    expect(multiLine(20).parse('one\n\ttwo')).toBe('one\n\ttwo');
    expect(multiLine(20).safeParse('one\u0007').success).toBe(false);
  });

  it('folds the case of e-mail addresses and usernames, because they are compared without it', () => {
    expect(EmailAddress.parse(' Ines@Firm.Example ')).toBe('ines@firm.example');
    expect(Username.parse('Ines.Carvalho')).toBe('ines.carvalho');
  });

  it.each([['ines@'], ['ines'], ['a b@firm.example']])('refuses %j as an e-mail address', (typed) => {
    expect(EmailAddress.safeParse(typed).success).toBe(false);
  });

  it.each([['ab'], ['ines@firm.example'], ['-ines'], ['ines-'], ['in es'], ['x'.repeat(41)]])(
    'refuses %j as a username',
    (typed) => {
      expect(Username.safeParse(typed).success).toBe(false);
    },
  );

  it('S2 counts code points after NFC, not bytes or UTF-16 units', () => {
    expect(passwordLength('🔑🔑🔑')).toBe(3);
    expect(passwordLength('e\u0301')).toBe(1);
  });
});
