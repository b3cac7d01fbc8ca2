import { BulkDone, BulkEndSessionsInput, Permission } from '@sallyport/contracts/staff';
import { endSessionsOf } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { authorizeAll, bulkAccounts } from './bulk.service.ts';

/** A11, S6: signs several people out everywhere, all or none. */
export const bulkEndSessions = procedure
  .staff({ permission: Permission.ManageUsers, action: 'user.endSessions' })
  .input(BulkEndSessionsInput)
  .output(BulkDone)
  .mutation(async ({ tx, call, input: { userIds, reason } }) => {
    const accounts = await bulkAccounts(call, userIds);
    authorizeAll(call, accounts, (target) => ({ action: 'user.endSessions', target }), true);
    const ids = accounts.map(({ person }) => person.id);
    await endSessionsOf(tx, ids, 'ENDED_BY_OTHER');
    await writeAudit(
      call,
      ...ids.map((objectId) => ({
        action: 'account.sessions-ended' as const,
        objectType: 'account' as const,
        objectId,
        reason,
      })),
    );
    return { count: ids.length };
  });
