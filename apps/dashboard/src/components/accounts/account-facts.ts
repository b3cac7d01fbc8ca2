import type { AccountControl } from '@sallyport/contracts/staff';
import type { Outputs } from '../../lib/trpc.ts';
import type { AccountCalls } from './account-calls.ts';

export type Controls = Outputs['users']['getControls'];
export type Control = Controls['controls'][number];

/** An account as its pages need it: whose, what the viewer may do there, how it is done, and what to ask again then. */
export interface AccountPage {
  id: string;
  name: string;
  kind: 'user' | 'customer';
  status: Outputs['users']['getUser']['status'];
  isAdmin: boolean;
  expiresAt: string | null;
  lastSignInAt: string | null;
  controls: Controls;
  calls: AccountCalls;
  onChanged: () => Promise<unknown>;
}

/** What the viewer may do; null where it does not exist for this kind of account. */
export function controlOf({ controls }: Controls, control: AccountControl): Control | null {
  return controls.find((one) => one.control === control) ?? null;
}
