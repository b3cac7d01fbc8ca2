import { AccountSessions, Permission } from '@sallyport/contracts/staff';
import { listAccountSessions } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { iso, NoInput } from '../wire.ts';

/** S6, A2: where somebody of staff is signed in. */
export const listUserSessions = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.listSessions' })
  .input(NoInput)
  .output(AccountSessions)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'user.listSessions', target: grant.facts });
    const rows = await listAccountSessions(tx, grant);
    return {
      rows: rows.map(({ createdAt, lastUsedAt, ...row }) => ({
        ...row,
        createdAt: iso(createdAt),
        lastUsedAt: iso(lastUsedAt),
      })),
    };
  });
