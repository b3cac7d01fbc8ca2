import { describe, expect, it } from 'vitest';
import { sessionCookie } from './session-cookie.ts';

const secret = 'A'.repeat(43);

describe('session cookie', () => {
  it('S6: is a __Host- cookie without Max-Age, of its own name per door', () => {
    expect(sessionCookie('STAFF').issue(secret)).toBe(
      `__Host-sp_staff=${secret}; Path=/; Secure; HttpOnly; SameSite=Lax`,
    );
    expect(sessionCookie('PORTAL').issue(secret)).toMatch(/^__Host-sp_portal=/);
  });

  it('finds its own value among others', () => {
    expect(sessionCookie('STAFF').read(`a=1; __Host-sp_staff=${secret}; b=2`)).toBe(secret);
  });

  it.each([
    [undefined],
    [''],
    [`__Host-sp_portal=${secret}`],
    ['__Host-sp_staff=short'],
    ['__Host-sp_staff=a"b;c'],
  ])('G4: finds nothing in %j at the staff door', (header) => {
    expect(sessionCookie('STAFF').read(header)).toBeNull();
  });
});
