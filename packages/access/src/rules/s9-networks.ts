import { Audience } from '@sallyport/contracts/common';
import { Permission } from '@sallyport/contracts/staff';
import type { Actor } from '../actor.ts';
import type { Account } from '../principal.ts';
import { staffSet } from '../sets/staff-set.ts';
import type { Refusal } from '../verdict.ts';
import { strictDominance } from './a2-credentials-of-others.ts';
import { managesCustomersLastingly } from './a12-customers.ts';
import { isAdmin } from './is-admin.ts';
import { managesLastingly } from './lasting-right.ts';
import type { Rule } from './rule.ts';

/** S9: the five levels at which networks may be listed. What is not one's own token is no object here (404). */
export type NetworkSubject =
  | { level: 'STAFF' | 'CUSTOMERS' | 'COMPANY' | 'TOKEN' }
  | { level: 'ACCOUNT'; target: Account };

interface OnNetworks {
  networks: NetworkSubject;
}

/** S9, A13: the lists of the two doors are the Admin's; that of a company belongs to Manage Companies. */
function refuseReading(actor: Actor, { level }: NetworkSubject): Refusal | null {
  switch (level) {
    case 'STAFF':
    case 'CUSTOMERS':
      return isAdmin(actor.account)
        ? null
        : { rule: 'A13', message: 'From which networks a door may be reached is decided by an Admin.' };
    case 'COMPANY':
      return staffSet.has(actor.staff.now, Permission.ManageCompanies)
        ? null
        : { rule: 'S9', message: 'The networks of a company take Manage Companies.' };
    default:
      return null;
  }
}

export const readsNetworks: Rule<OnNetworks> = {
  id: 'S9',
  says: 'Networks of the doors are read by an Admin, those of a company with Manage Companies, those of an account by who sees it, those of a token by its owner.',
  check: (actor, { networks }) => refuseReading(actor, networks),
};

export const changesNetworks: Rule<OnNetworks> = {
  id: 'S9',
  says: 'Networks of the doors are changed by an Admin, those of a company with Manage Companies, those of an account by who strictly dominates it, those of a token by its owner.',
  check: (actor, { networks }) => {
    if (networks.level !== 'ACCOUNT') return refuseReading(actor, networks);
    const { target } = networks;
    if (target.audience === Audience.Customer) return managesCustomersLastingly.check(actor, networks);
    return managesLastingly.check(actor, networks) ?? strictDominance.check(actor, { target });
  },
};
