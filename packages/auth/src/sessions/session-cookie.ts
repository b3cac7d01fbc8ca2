import type { Audience } from '@sallyport/contracts/common';

/** 02 "Two doors": the names keep the doors apart, the prefix makes browsers insist on Secure, Path=/ and no Domain. */
export const SESSION_COOKIE: Readonly<Record<Audience, string>> = {
  STAFF: '__Host-sp_staff',
  CUSTOMER: '__Host-sp_portal',
};

// No Max-Age: the server decides about time, and closing the browser ends it.
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** The value of Set-Cookie that gives a browser its session. */
export function sessionCookie(audience: Audience, secret: string): string {
  return `${SESSION_COOKIE[audience]}=${secret}; ${ATTRIBUTES}`;
}

/** The value of Set-Cookie that takes it away. */
export function clearedSessionCookie(audience: Audience): string {
  return `${SESSION_COOKIE[audience]}=; ${ATTRIBUTES}; Max-Age=0`;
}

/** The secret in a Cookie header; null when there is none, it cannot be one, or two are sent. */
export function readSessionCookie(audience: Audience, header: string | undefined): string | null {
  if (!header) return null;
  const name = `${SESSION_COOKIE[audience]}=`;
  const values = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(name))
    .map((part) => part.slice(name.length));
  const [value] = values;
  return values.length === 1 && value !== undefined && SECRET.test(value) ? value : null;
}
