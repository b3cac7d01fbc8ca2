import { Done, ErrorCode } from '@sallyport/contracts/common';
import { CloseSecurityAlertInput, Permission } from '@sallyport/contracts/staff';
import { visibleSignIns } from '@sallyport/db';
import { closeSecurityAlert as close, findOpenAlert } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';

/** S4: a person has looked at it. What goes on raises a new one. */
export const closeSecurityAlert = procedure
  .staff({ permission: [Permission.ManageUsers, Permission.ManageCustomers], action: 'securityAlert.close' })
  .input(CloseSecurityAlertInput)
  .output(Done)
  .mutation(async ({ tx, call, input: { alertId } }) => {
    call.authorize({ action: 'securityAlert.close' });
    const alert = await findOpenAlert(tx, alertId, visibleSignIns(call.principal));
    if (!alert) throw new AppError(ErrorCode.NotFound);
    await close(tx, alert.id, call.principal.account.id);
    await writeAudit(call, {
      action: 'security-alert.closed',
      objectType: 'alert',
      objectId: alert.id,
      after: { kind: alert.kind, audience: alert.audience },
    });
    return DONE;
  });
