import type { Grant, Tx } from '@sallyport/db';
import { hasUsableAdminBeside } from '@sallyport/db/identity';

/** A5: whether taking this account out of use would leave no Admin who can sign in. Asks only about Admins in use. */
export async function isLastUsableAdmin(tx: Tx, grant: Grant<'user'>): Promise<boolean> {
  const { isAdmin, status, suspendedAt } = grant.row;
  if (!isAdmin || status !== 'ACTIVE' || suspendedAt !== null) return false;
  return !(await hasUsableAdminBeside(tx, [grant.id]));
}
