import { AuditPage, ListActivityInput, Permission } from '@sallyport/contracts/staff';
import { visibleAccountActivity } from '@sallyport/db';
import { listAccountActivity } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { ACCOUNT_ACTIONS } from '../audit/account-actions.service.ts';
import { iso } from '../wire.ts';

/** What the log holds by and about a member of staff, as far as it is about signing in, people and groups. */
export const listActivity = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.read' })
  .input(ListActivityInput)
  .output(AuditPage)
  .query(async ({ tx, call, grant, input: { cursor, limit } }) => {
    call.authorize({ action: 'user.read', target: grant.facts });
    const visible = visibleAccountActivity(call.principal, ACCOUNT_ACTIONS);
    const page = await listAccountActivity(tx, { accountId: grant.id, cursor, limit }, visible);
    return {
      ...page,
      rows: page.rows.map(({ occurrences, after, ...row }) => ({
        ...row,
        at: iso(row.at),
        after: occurrences > 1 ? { ...after, occurrences } : after,
      })),
    };
  });
