import type { AddressLevel } from '@sallyport/contracts/staff';
import type { Database } from '@sallyport/db';
import { inCommand } from './record.ts';

/** S9: the way back in when a list of networks shuts out everybody. Returns how many networks were removed. */
export function ipReset(db: Database, level: AddressLevel | null): Promise<number> {
  return inCommand(db, async (tx, record) => {
    const where = level === null ? {} : { level };
    const { count } = await tx.addressRule.deleteMany({ where });
    await record({
      action: 'networks.reset',
      objectType: 'networks',
      before: { networks: count },
      after: { level: level ?? 'all' },
    });
    return count;
  });
}
