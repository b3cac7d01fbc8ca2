import type { DoorName } from '../trpc/context.ts';

const NAMES: Readonly<Record<DoorName, string>> = { STAFF: '__Host-sp_staff', PORTAL: '__Host-sp_portal' };
/** The attributes of `__Host-` and no Max-Age: the browser forgets it, the database decides about time. */
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const SECRET = /^[A-Za-z0-9_-]{40,64}$/;

/** Reads and writes a door's session cookie. Serialised here because Lucia's always has a Max-Age. */
export function sessionCookie(door: DoorName): {
  read(header: string | undefined): string | null;
  issue(secret: string): string;
  expire(): string;
} {
  const name = NAMES[door];
  return {
    read(header) {
      for (const part of (header ?? '').split(';')) {
        const [key, value] = part.trim().split('=');
        if (key === name && value !== undefined && SECRET.test(value)) return value;
      }
      return null;
    },
    issue: (secret) => `${name}=${secret}; ${ATTRIBUTES}`,
    expire: () => `${name}=; ${ATTRIBUTES}; Expires=Thu, 01 Jan 1970 00:00:00 GMT`,
  };
}
