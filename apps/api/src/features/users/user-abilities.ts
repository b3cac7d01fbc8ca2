import { type Decision, decide } from '@sallyport/access';
import type { UserAbilities } from '@sallyport/contracts/staff';
import type { Grant } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { isLastUsableAdmin } from './last-admin.ts';

/** What the caller may do to an account: the answers of decide() itself. */
export async function userAbilities(
  { tx, principal }: Call,
  grant: Grant<'user'>,
): Promise<z.input<typeof UserAbilities>> {
  const target = grant.facts;
  const edit = decide(principal, { action: 'user.update', target });
  const deactivate = decide(principal, {
    action: 'user.deactivate',
    target,
    isLastUsableAdmin: await isLastUsableAdmin(tx, grant),
  });
  const reactivate = decide(principal, { action: 'user.reactivate', target });
  const renew = decide(principal, { action: 'user.renewInvitation', target });
  return {
    canEdit: isOpen(edit),
    canDeactivate: isOpen(deactivate),
    canReactivate: isOpen(reactivate),
    canRenewInvitation: isOpen(renew),
    limit: limitOf(edit) ?? limitOf(deactivate) ?? null,
  };
}

/** Open, or open once identity is confirmed (G8 is asked when all else allows). */
export function isOpen(decision: Decision): boolean {
  return decision.allowed || decision.reason.gate === 'G8';
}

/** The sentence of a refusal by relation (G7): what no state of the object would change. */
export function limitOf(decision: Decision): string | null {
  return !decision.allowed && decision.reason.gate === 'G7' ? decision.reason.message : null;
}
