import { AuditPage, ListAuditInput } from '@sallyport/contracts/staff';
import { listAudit as readAudit, visibleAudit } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { iso } from '../wire.ts';
import { actionsIn } from './audit-areas.ts';

/** What happened, latest first; for Admins. */
export const listAudit = procedure
  .staff({ permission: null, action: 'audit.list' })
  .input(ListAuditInput)
  .output(AuditPage)
  .query(async ({ tx, call, input: { area, ...filter } }) => {
    call.authorize({ action: 'audit.list' });
    const page = await readAudit(tx, { ...filter, actions: actionsIn(area) }, visibleAudit(call.principal));
    return {
      ...page,
      rows: page.rows.map(({ occurrences, after, ...row }) => ({
        ...row,
        at: iso(row.at),
        after: occurrences > 1 ? { ...after, occurrences } : after,
      })),
    };
  });
