import { Audience } from '@sallyport/contracts/common';
import type { Database } from '@sallyport/db';
import { removeFactors } from '@sallyport/db/identity';
import { AdminError } from './admin-error.ts';
import { inCommand } from './record.ts';

/** S5, S7: an account loses its second factors and its sessions, and enrols anew. @throws AdminError when there is none */
export function resetFactor(
  db: Database,
  { email, door }: { email: string; door: 'staff' | 'portal' },
): Promise<{ displayName: string }> {
  return inCommand(db, async (tx, record) => {
    const audience = door === 'staff' ? Audience.Staff : Audience.Customer;
    const account = await tx.account.findFirst({
      where: { audience, email },
      select: { id: true, displayName: true },
    });
    if (account === null) {
      const whose = door === 'staff' ? 'staff' : 'customer';
      throw new AdminError(
        `No ${whose} account has the address ${email}. --door says at which door to look.`,
      );
    }
    await removeFactors(tx, account);
    await record({ action: 'account.factors-reset', objectType: 'account', objectId: account.id });
    return { displayName: account.displayName };
  });
}
