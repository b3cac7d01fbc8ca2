import { Audience } from '@sallyport/contracts/common';
import type { Account } from '../principal.ts';

/** The Admin flag exists on staff alone. */
export function isAdmin(account: Account): boolean {
  return account.audience === Audience.Staff && account.isAdmin;
}
