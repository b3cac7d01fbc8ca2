import type { Adapter } from 'lucia';
import type { SessionPort, StoredSession } from './session-port.ts';
import { SessionRefusedError } from './session-refused.ts';

declare module 'lucia' {
  interface Register {
    Lucia: import('lucia').Lucia;
    DatabaseSessionAttributes: { publicId: string };
    DatabaseUserAttributes: Record<never, never>;
  }
}

/** What the adapter saw, which Lucia's own types have no place for. */
export interface Seen<Stored> {
  stored: Stored | null;
}

/**
 * Lucia over our own store. Its "session id" is the secret, of which only the hash is kept.
 *
 * S6: Lucia's time is neither an idle nor an absolute limit, so the reading decides: what it returns ends at the earlier
 * of the two, and extending does nothing. Only what a person does extends a session, and that is written elsewhere.
 */
export function luciaAdapter<Stored extends StoredSession>(
  port: Partial<SessionPort<Stored>>,
  seen: Seen<Stored>,
): Adapter {
  return {
    async getSessionAndUser(secret) {
      const stored = (await port.read?.(secret)) ?? null;
      if (!stored) return [null, null];
      seen.stored = stored;
      const session = {
        id: secret,
        userId: stored.accountId,
        expiresAt: onOwnClock(stored),
        attributes: { publicId: stored.sessionId },
      };
      return [session, { id: stored.accountId, attributes: {} }];
    },
    async setSession({ id, userId, attributes }) {
      const isMade = await port.create?.({ secret: id, accountId: userId, sessionId: attributes.publicId });
      if (isMade !== true) throw new SessionRefusedError();
    },
    async updateSessionExpiration() {},
    // Lucia also calls this for what has expired; to the store that has ended by itself.
    deleteSession: async (secret) => port.end?.(secret),
    getUserSessions: notSupported('listing'),
    deleteUserSessions: notSupported('ending all'),
    deleteExpiredSessions: notSupported('cleaning'),
  };
}

/** The store's clock decides; Lucia compares with the process's, so the distance is carried over. */
function onOwnClock({ now, idleEndsAt, absoluteEndsAt }: StoredSession): Date {
  const endsAt = Math.min(idleEndsAt.getTime(), absoluteEndsAt.getTime());
  return new Date(Date.now() + endsAt - now.getTime());
}

// With hashed ids Lucia cannot end a listed session; all such work goes through the audited functions of the database.
function notSupported(what: string): () => Promise<never> {
  return () => Promise.reject(new Error(`${what} sessions does not go through Lucia here`));
}
