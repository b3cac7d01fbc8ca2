import { BulkDeactivateInput, BulkDone, Permission } from '@sallyport/contracts/staff';
import { deactivateUser } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { refuseSilentLeads } from '../accounts/project-handover.service.ts';
import { authorizeAll, bulkAccounts, leavesUsableAdmin } from './bulk.service.ts';

/** A11, U2, U3: takes several accounts out of use, all or none. */
export const bulkDeactivate = procedure
  .staff({ permission: Permission.ManageUsers, action: 'user.deactivate', changesAccess: true })
  .input(BulkDeactivateInput)
  .output(BulkDone)
  .mutation(async ({ tx, call, input: { userIds, reason, leavesProjects } }) => {
    const accounts = await bulkAccounts(call, userIds);
    const leavesAdmin = await leavesUsableAdmin(call, accounts);
    authorizeAll(
      call,
      accounts,
      (target) => ({ action: 'user.deactivate', target, isLastUsableAdmin: false }),
      leavesAdmin,
    );
    const ids = accounts.map(({ person }) => person.id);
    await refuseSilentLeads(call, ids, leavesProjects);
    for (const id of ids) await deactivateUser(tx, { id });
    await writeAudit(
      call,
      ...accounts.map(({ person, account }) => ({
        action: 'account.deactivated' as const,
        objectType: 'account' as const,
        objectId: person.id,
        reason,
        before: { status: account.status },
        after: { status: 'INACTIVE' },
      })),
    );
    return { count: ids.length };
  });
