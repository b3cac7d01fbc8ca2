import { expect, test } from 'vitest';
import { newSecret } from '../links/secret.ts';
import { clearedSessionCookie, readSessionCookie, sessionCookie } from './session-cookie.ts';

const secret = newSecret();

test('S6: the cookie is Secure, HttpOnly, SameSite=Lax, for the whole host, and never has an age', () => {
  expect(sessionCookie('STAFF', secret)).toBe(
    `__Host-sp_staff=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`,
  );
  expect(sessionCookie('CUSTOMER', secret)).toMatch(/^__Host-sp_portal=/);
  expect(sessionCookie('STAFF', secret)).not.toMatch(/max-age|expires|domain/i);
  expect(clearedSessionCookie('STAFF')).toContain('Max-Age=0');
});

test('G4: a door reads its own cookie and not the other one', () => {
  const header = `theme=dark; __Host-sp_portal=${secret}`;
  expect(readSessionCookie('CUSTOMER', header)).toBe(secret);
  expect(readSessionCookie('STAFF', header)).toBeNull();
});

test.each([
  undefined,
  '',
  'a=b',
  '__Host-sp_staff=',
  '__Host-sp_staff=short',
  `__Host-sp_staff=${'a'.repeat(44)}`,
])('G1: %s holds no session', (header) => {
  expect(readSessionCookie('STAFF', header)).toBeNull();
});

test('G1: two cookies of one name are no session', () => {
  const two = `__Host-sp_staff=${secret}; __Host-sp_staff=${newSecret()}`;
  expect(readSessionCookie('STAFF', two)).toBeNull();
});
