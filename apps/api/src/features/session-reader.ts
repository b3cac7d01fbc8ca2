import type { Sessions, StoredSession } from '@sallyport/auth';
import { Audience } from '@sallyport/contracts/common';
import type { Tx } from '@sallyport/db';
import { readCustomerSession, readStaffSession, touchSession } from '@sallyport/db/identity';
import type { Authentication, SessionReader } from '../trpc/context.ts';
import { SignedInCustomer, SignedInStaff } from './signed-in.ts';

interface FoundSession extends StoredSession {
  authentication: Authentication;
}

/** Finds the caller behind a session secret: one statement, through Lucia (S6). */
export function createSessionReader(audience: Audience, sessions: Sessions): SessionReader {
  const read = async (tx: Tx, secret: string): Promise<FoundSession | null> => {
    const authentication = audience === Audience.Staff ? await readStaff(tx, secret) : await readCustomer(tx);
    if (!authentication) return null;
    const { sessionId, idleEndsAt, absoluteEndsAt, principal } = authentication;
    return {
      sessionId,
      accountId: principal.account.id,
      now: principal.now,
      idleEndsAt,
      absoluteEndsAt,
      authentication,
    };
  };
  return {
    async authenticate(tx, secret) {
      const found = await sessions.find({ read: (wanted) => read(tx, wanted) }, secret);
      return found?.authentication ?? null;
    },
    async touch(tx) {
      await touchSession(tx, audience);
    },
  };
}

async function readStaff(tx: Tx, secret: string): Promise<SignedInStaff | null> {
  const record = await readStaffSession(tx, secret);
  return record && new SignedInStaff(record);
}

async function readCustomer(tx: Tx): Promise<SignedInCustomer | null> {
  const record = await readCustomerSession(tx);
  return record && new SignedInCustomer(record);
}
