import { decide } from '@sallyport/access';
import type { UserAbilities } from '@sallyport/contracts/staff';
import type { Grant } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { isOpen, limitOf } from '../decision-hints.ts';
import { isLastUsableAdmin } from './last-admin.service.ts';

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
