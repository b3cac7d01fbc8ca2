import { type AccessRequest, type Account, decideAll } from '@sallyport/access';
import { ErrorCode } from '@sallyport/contracts/common';
import { visibleUsers } from '@sallyport/db';
import { hasUsableAdminBeside, lockAdmins, type NamedAccount, readAccounts } from '@sallyport/db/identity';
import { type Call, refuseUnless } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';

/** The accounts of a bulk action, each once. @throws AppError NOT_FOUND when the caller does not see all of them */
export async function bulkAccounts(
  { tx, principal }: Call,
  userIds: readonly string[],
): Promise<NamedAccount[]> {
  const ids = [...new Set(userIds)];
  const found = await readAccounts(tx, ids, visibleUsers(principal));
  if (found.length !== ids.length) throw new AppError(ErrorCode.NotFound, { log: 'one is not visible' });
  return found;
}

/** A5: whether a usable Admin remains when all of these are out of use. */
export async function leavesUsableAdmin({ tx }: Call, accounts: readonly NamedAccount[]): Promise<boolean> {
  if (!accounts.some(({ account }) => isAdmin(account))) return true;
  await lockAdmins(tx);
  const ids = accounts.map(({ person }) => person.id);
  return hasUsableAdminBeside(tx, ids);
}

/** A11: every item is decided; one refusal refuses all and says whom it is about. @throws AppError */
export function authorizeAll(
  call: Call,
  accounts: readonly NamedAccount[],
  requestFor: (target: Account) => AccessRequest,
  leavesAdmin: boolean,
): void {
  const requests = accounts.map(({ account }) => requestFor(account));
  const decision = decideAll(call.principal, requests, { leavesUsableAdmin: leavesAdmin });
  if (!decision.allowed) {
    const { at, reason } = decision;
    const person = at === null ? undefined : accounts[at]?.person;
    if (!person || reason.gate === 'G6' || reason.gate === 'G8') refuseUnless({ allowed: false, reason });
    const message = `${person?.displayName ?? ''}: ${reason.message}`;
    const { gate, rule } = reason;
    throw new AppError(ErrorCode.Forbidden, {
      userMessage: message,
      reason: { gate, rule, message },
      fields: [{ path: `userIds.${at ?? 0}`, message: reason.message }],
    });
  }
  for (const request of requests) call.authorize(request);
}

function isAdmin(account: Account): boolean {
  return account.audience === 'STAFF' && account.isAdmin;
}
