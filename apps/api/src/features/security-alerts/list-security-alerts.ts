import { ListSecurityAlertsInput, Permission, SecurityAlertPage } from '@sallyport/contracts/staff';
import { visibleSignIns } from '@sallyport/db';
import { listSecurityAlerts as readAlerts } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { iso, isoOrNull } from '../wire.ts';

/** S4: what administrators are told of sign-ins. */
export const listSecurityAlerts = procedure
  .staff({ permission: [Permission.ManageUsers, Permission.ManageCustomers], action: 'securityAlert.list' })
  .input(ListSecurityAlertsInput)
  .output(SecurityAlertPage)
  .query(async ({ tx, call, input: { state, ...page } }) => {
    call.authorize({ action: 'securityAlert.list' });
    const visible = visibleSignIns(call.principal);
    const found = await readAlerts(tx, { ...page, isOpen: state === 'open' }, visible);
    return {
      ...found,
      rows: found.rows.map(({ subject, detail, createdAt, lastSeenAt, closedAt, ...row }) => ({
        ...row,
        // The subject is an address, or the id of the account that stands beside it.
        address: row.account === null ? subject : null,
        numbers: numbersOf(detail),
        createdAt: iso(createdAt),
        lastSeenAt: iso(lastSeenAt),
        closedAt: isoOrNull(closedAt),
      })),
    };
  });

function numbersOf(detail: Record<string, unknown>): Record<string, number> {
  const pairs = Object.entries(detail).flatMap(([key, value]) =>
    typeof value === 'number' ? [[key, value] as const] : [],
  );
  return Object.fromEntries(pairs);
}
