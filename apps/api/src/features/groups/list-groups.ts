import { GroupList, Permission } from '@sallyport/contracts/staff';
import { listGroups as readGroups, visibleGroups, visibleMembers } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { isoOrNull, NoInput } from '../wire.ts';

export const listGroups = procedure
  .staff({ permission: [Permission.ManageUsers, Permission.ManageCustomers], action: 'group.list' })
  .input(NoInput)
  .output(GroupList)
  .query(async ({ tx, call }) => {
    call.authorize({ action: 'group.list' });
    const { principal } = call;
    const rows = await readGroups(tx, visibleGroups(principal), visibleMembers(principal));
    return {
      rows: rows.map(({ audience: _audience, expiresAt, ...row }) => ({
        ...row,
        expiresAt: isoOrNull(expiresAt),
      })),
    };
  });
