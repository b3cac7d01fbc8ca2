import { AccountSessions, Permission } from '@sallyport/contracts/staff';
import { listAccountSessions } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { iso, NoInput } from '../wire.ts';

/** S6: where a customer is signed in. */
export const listCustomerSessions = procedure
  .staff({ permission: Permission.ManageCustomers, on: 'customer', action: 'customer.listSessions' })
  .input(NoInput)
  .output(AccountSessions)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'customer.listSessions', target: grant.facts });
    const rows = await listAccountSessions(tx, grant);
    return {
      rows: rows.map(({ createdAt, lastUsedAt, ...row }) => ({
        ...row,
        createdAt: iso(createdAt),
        lastUsedAt: iso(lastUsedAt),
      })),
    };
  });
