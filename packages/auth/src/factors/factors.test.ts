import { RecoveryCodeText } from '@sallyport/contracts/common';
import { describe, expect, test } from 'vitest';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { newTotpSeed, totpCode, totpEnrolment, totpStep } from './totp.ts';

/** RFC 6238 Appendix B, its SHA-1 seed, the last six of its eight digits. */
const RFC_SEED = Uint8Array.from(Buffer.from('12345678901234567890'));

describe('S5: authenticator apps', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('S5 allows the code of RFC 6238 at %d seconds', (seconds, code) => {
    const at = new Date(seconds * 1000);
    expect(totpCode(RFC_SEED, at)).toBe(code);
    expect(totpStep(RFC_SEED, code, at)).toBe(Math.floor(seconds / 30));
  });

  test('S5 allows the current and the previous step, and refuses the next one and older ones', () => {
    const seed = newTotpSeed();
    const now = new Date('2026-11-30T12:00:10Z');
    const step = Math.floor(now.getTime() / 30_000);
    const codeAt = (steps: number) => totpCode(seed, new Date(now.getTime() + steps * 30_000));
    expect(totpStep(seed, codeAt(0), now)).toBe(step);
    expect(totpStep(seed, codeAt(-1), now)).toBe(step - 1);
    expect(totpStep(seed, codeAt(-2), now)).toBeNull();
    expect(totpStep(seed, codeAt(1), now)).toBeNull();
  });

  test('S5: the URI names firm and account, whatever characters they have', () => {
    const { uri, secret } = totpEnrolment(RFC_SEED, { issuer: 'North:gate & Sons', label: 'a+b@x.test' });
    const parsed = new URL(uri);
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect(parsed.searchParams.get('issuer')).toBe('North gate & Sons');
    expect(parsed.searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(parsed.pathname)).toContain('a+b@x.test');
  });
});

describe('S5: recovery codes', () => {
  test('S5: ten of 80 bits, all different, which the input schema reads back however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes.map(({ text }) => text)).size).toBe(10);
    for (const { text, hash } of codes) {
      expect(text).toMatch(/^(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
      const typed = RecoveryCodeText.parse(` ${text.toLowerCase().replaceAll('-', ' ')} `);
      expect(recoveryCodeHash(typed)).toEqual(hash);
    }
  });
});
