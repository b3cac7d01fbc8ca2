import type { Audience } from '@sallyport/contracts/common';

/** 02 "Two doors": the names keep the doors apart, the prefix makes browsers insist on Secure, Path=/ and no Domain. */
export const SESSION_COOKIE: Readonly<Record<Audience, string>> = {
  STAFF: '__Host-sp_staff',
  CUSTOMER: '__Host-sp_portal',
};

/**
 * SESSION: who is signed in. PENDING: whose password was right and who owes a factor. DEVICE: a browser on which somebody
 * signed in before (S4); it proves nothing but that.
 */
export type CookieKind = 'SESSION' | 'PENDING' | 'DEVICE';

const SUFFIX: Readonly<Record<CookieKind, string>> = { SESSION: '', PENDING: '_pending', DEVICE: '_device' };
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';
// Session and pending have no Max-Age: the server decides about time, and closing the browser ends them.
const YEAR_SECONDS = 365 * 86_400;
const AGE: Readonly<Record<CookieKind, string>> = {
  SESSION: '',
  PENDING: '',
  DEVICE: `; Max-Age=${YEAR_SECONDS}`,
};

const SECRET = /^[A-Za-z0-9_-]{43}$/;

function nameOf(audience: Audience, kind: CookieKind): string {
  return `${SESSION_COOKIE[audience]}${SUFFIX[kind]}`;
}

/** The value of Set-Cookie that gives a browser a secret. */
export function secretCookie(audience: Audience, kind: CookieKind, secret: string): string {
  return `${nameOf(audience, kind)}=${secret}; ${ATTRIBUTES}${AGE[kind]}`;
}

/** The value of Set-Cookie that takes it away. */
export function clearedCookie(audience: Audience, kind: CookieKind): string {
  return `${nameOf(audience, kind)}=; ${ATTRIBUTES}; Max-Age=0`;
}

/** The secret in a Cookie header; null when there is none, it cannot be one, or two are sent. */
export function readSecretCookie(
  audience: Audience,
  kind: CookieKind,
  header: string | undefined,
): string | null {
  if (!header) return null;
  const name = `${nameOf(audience, kind)}=`;
  const values = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(name))
    .map((part) => part.slice(name.length));
  const [value] = values;
  return values.length === 1 && value !== undefined && SECRET.test(value) ? value : null;
}
