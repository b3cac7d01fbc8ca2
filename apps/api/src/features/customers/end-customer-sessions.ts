import { Done, ErrorCode } from '@sallyport/contracts/common';
import { EndAccountSessionsInput, Permission } from '@sallyport/contracts/staff';
import { endSessionOf, endSessionsOf } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { AppError } from '../../trpc/errors.ts';
import { procedure } from '../../trpc/procedure.ts';
import { DONE } from '../wire.ts';

/** S6: signs a customer out, in one place or everywhere. */
export const endCustomerSessions = procedure
  .staff({ permission: Permission.ManageCustomers, on: 'customer', action: 'customer.endSessions' })
  .input(EndAccountSessionsInput)
  .output(Done)
  .mutation(async ({ tx, call, grant, input: { sessionId } }) => {
    call.authorize({ action: 'customer.endSessions', target: grant.facts });
    if (sessionId === undefined) await endSessionsOf(tx, [grant.id], 'ENDED_BY_OTHER');
    else if (!(await endSessionOf(tx, grant, sessionId))) throw new AppError(ErrorCode.StaleEdit);
    await writeAudit(call, {
      action: 'account.sessions-ended',
      objectType: 'account',
      objectId: grant.id,
      after: { sessionId: sessionId ?? null },
    });
    return DONE;
  });
