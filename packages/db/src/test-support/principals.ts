import type { Principal } from '@sallyport/access';
import type { TestDatabase } from '@sallyport/testing';
import { Prisma } from '../generated/client.ts';
import { readAccounts } from '../repositories/account-facts.ts';
import { asDoor } from './doors.ts';

/** An account as the decision meets it, signed in now. */
export async function principalOf(db: TestDatabase, account: { id: string }): Promise<Principal> {
  const [found] = await asDoor(db, 'STAFF', null, (tx) => readAccounts(tx, [account.id], Prisma.sql`true`));
  if (!found) throw new Error('There is no such account.');
  return {
    account: found.account,
    session: {
      audience: found.account.audience,
      isLive: true,
      isAddressAllowed: true,
      obligations: [],
      confirmedUntil: null,
      mayDownload: true,
    },
    now: new Date(),
  };
}
