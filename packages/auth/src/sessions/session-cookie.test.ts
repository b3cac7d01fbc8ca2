import { expect, test } from 'vitest';
import { newSecret } from '../links/secret.ts';
import { clearedCookie, readSecretCookie, secretCookie } from './session-cookie.ts';

const secret = newSecret();

test('S6: the cookie is Secure, HttpOnly, SameSite=Lax, for the whole host, and never has an age', () => {
  expect(secretCookie('STAFF', 'SESSION', secret)).toBe(
    `__Host-sp_staff=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`,
  );
  expect(secretCookie('CUSTOMER', 'SESSION', secret)).toMatch(/^__Host-sp_portal=/);
  expect(secretCookie('STAFF', 'SESSION', secret)).not.toMatch(/max-age|expires|domain/i);
  expect(clearedCookie('STAFF', 'SESSION')).toContain('Max-Age=0');
});

test('S5: what is pending has a cookie of its own, of the same kind', () => {
  expect(secretCookie('CUSTOMER', 'PENDING', secret)).toBe(
    `__Host-sp_portal_pending=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`,
  );
});

test('S4: a known device is remembered for a year, with the same flags', () => {
  expect(secretCookie('STAFF', 'DEVICE', secret)).toBe(
    `__Host-sp_staff_device=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000`,
  );
});

test('G4: a door reads its own cookie and not the other one, and each kind for itself', () => {
  const header = `theme=dark; __Host-sp_portal=${secret}`;
  expect(readSecretCookie('CUSTOMER', 'SESSION', header)).toBe(secret);
  expect(readSecretCookie('STAFF', 'SESSION', header)).toBeNull();
  expect(readSecretCookie('CUSTOMER', 'PENDING', header)).toBeNull();
  const device = `__Host-sp_portal_device=${secret}`;
  expect(readSecretCookie('CUSTOMER', 'DEVICE', device)).toBe(secret);
  expect(readSecretCookie('CUSTOMER', 'SESSION', device)).toBeNull();
});

test.each([
  undefined,
  '',
  'a=b',
  '__Host-sp_staff=',
  '__Host-sp_staff=short',
  `__Host-sp_staff=${'a'.repeat(44)}`,
])('G1: %s holds no session', (header) => {
  expect(readSecretCookie('STAFF', 'SESSION', header)).toBeNull();
});

test('G1: two cookies of one name are no session', () => {
  const two = `__Host-sp_staff=${secret}; __Host-sp_staff=${newSecret()}`;
  expect(readSecretCookie('STAFF', 'SESSION', two)).toBeNull();
});
