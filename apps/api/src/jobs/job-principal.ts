import type { Principal } from '@sallyport/access';
import { Prisma, type Tx } from '@sallyport/db';
import { readAccounts } from '@sallyport/db/identity';

/** The account behind an id as the access rules want it: alive as far as its session goes, so that G0 decides. */
export async function principalOf(tx: Tx, accountId: string): Promise<Principal | null> {
  const [found] = await readAccounts(tx, [accountId], Prisma.sql`true`);
  const [clock] = await tx.$queryRaw<{ now: Date }[]>(Prisma.sql`select app.now() as now`);
  if (!found || !clock) return null;
  const { audience } = found.account;
  return {
    account: found.account,
    session: {
      audience,
      isLive: true,
      isAddressAllowed: true,
      obligations: [],
      confirmedUntil: null,
      mayDownload: true,
    },
    now: clock.now,
  };
}
