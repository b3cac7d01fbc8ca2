import { randomUUID } from 'node:crypto';
import { type Audience, SESSION_LIMITS } from '@sallyport/contracts/common';
import { Lucia, TimeSpan } from 'lucia';
import { newSecret } from '../links/secret.ts';
import { luciaAdapter, type Seen } from './lucia-adapter.ts';
import type { SessionPort, StoredSession } from './session-port.ts';
import { SessionRefusedError } from './session-refused.ts';

/** A session just made: the secret goes into the cookie and nowhere else. */
export interface NewSession {
  sessionId: string;
  secret: string;
}

/** Creating, finding and ending the sessions of one door (S6). The only module that knows Lucia. */
export interface Sessions {
  /** The live session behind a secret, or null. */
  find<Stored extends StoredSession>(
    port: Pick<SessionPort<Stored>, 'read'>,
    secret: string,
  ): Promise<Stored | null>;
  /** Makes a session through the port; null when the store refused. */
  create(port: Pick<SessionPort<StoredSession>, 'create'>, accountId: string): Promise<NewSession | null>;
  end(port: Pick<SessionPort<StoredSession>, 'end'>, secret: string): Promise<void>;
}

export function createSessions({ audience }: { audience: Audience }): Sessions {
  const sessionExpiresIn = new TimeSpan(SESSION_LIMITS[audience].absoluteHours, 'h');

  // One Lucia per call, because the port is bound to a transaction; making one costs microseconds.
  function through<Stored extends StoredSession>(port: Partial<SessionPort<Stored>>) {
    const seen: Seen<Stored> = { stored: null };
    return { seen, lucia: new Lucia(luciaAdapter(port, seen), { sessionExpiresIn }) };
  }

  return {
    async find(port, secret) {
      const { lucia, seen } = through(port);
      const { session } = await lucia.validateSession(secret);
      return session ? seen.stored : null;
    },
    async create(port, accountId) {
      const created = { sessionId: randomUUID(), secret: newSecret() };
      try {
        await through(port).lucia.createSession(
          accountId,
          { publicId: created.sessionId },
          { sessionId: created.secret },
        );
        return created;
      } catch (error) {
        if (error instanceof SessionRefusedError) return null;
        throw error;
      }
    },
    end: (port, secret) => through(port).lucia.invalidateSession(secret),
  };
}
