import type { Grant } from '@sallyport/db';
import { liftSuspension, suspendAccount } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Call } from '../../trpc/call.ts';
import { callerName, tellAdmins } from './tell-admins.service.ts';

type Target = Grant<'user'> | Grant<'customer'>;

/** A17: out at once, and Admins told. */
export async function suspend(call: Call, grant: Target, reason: string): Promise<void> {
  await suspendAccount(call.tx, grant, call.principal.account.id);
  await writeAudit(call, {
    action: 'account.suspended',
    objectType: 'account',
    objectId: grant.id,
    reason,
    before: { isSuspended: false },
    after: { isSuspended: true },
  });
  await tellAdmins(call, {
    kind: 'account-suspended',
    variables: { personName: grant.row.displayName, byName: callerName(call), reason },
  });
}

export async function lift(call: Call, grant: Target, reason: string): Promise<void> {
  await liftSuspension(call.tx, grant);
  await writeAudit(call, {
    action: 'account.suspension-lifted',
    objectType: 'account',
    objectId: grant.id,
    reason,
    before: { isSuspended: true },
    after: { isSuspended: false },
  });
}
