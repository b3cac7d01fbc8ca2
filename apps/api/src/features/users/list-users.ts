import { ListUsersInput, Permission, UserPage } from '@sallyport/contracts/staff';
import { visibleUsers } from '@sallyport/db';
import { listUsers as readUsers } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { iso, isoOrNull } from '../wire.ts';

export const listUsers = procedure
  .staff({ permission: Permission.ManageUsers, action: 'user.list' })
  .input(ListUsersInput)
  .output(UserPage)
  .query(async ({ tx, call, input }) => {
    call.authorize({ action: 'user.list' });
    const page = await readUsers(tx, input, visibleUsers(call.principal));
    return {
      ...page,
      rows: page.rows.map((row) => ({
        ...row,
        lastSignInAt: isoOrNull(row.lastSignInAt),
        expiresAt: isoOrNull(row.expiresAt),
        createdAt: iso(row.createdAt),
      })),
    };
  });
