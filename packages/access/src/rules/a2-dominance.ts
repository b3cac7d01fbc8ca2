import { Audience } from '@sallyport/contracts/common';
import { portalPermissions, staffPermissions } from '../effective.ts';
import type { Account, CustomerAccount, StaffAccount } from '../principal.ts';
import { portalSet } from '../sets/portal-set.ts';
import { staffSet } from '../sets/staff-set.ts';
import { type Refusal, type Verdict, verdictOf } from '../verdict.ts';
import { wordsForPortal } from '../words.ts';
import { lacking } from './lacking.ts';
import type { Rule } from './rule.ts';

const OVER_ADMIN: Refusal = Object.freeze({
  rule: 'A2',
  message: 'Only an Admin manages the account of an Admin. Ask an Admin.',
});
const moreThanOwn = lacking(
  'A2',
  (missing) => `This person holds more than you hold without an end date: ${missing}. Ask an Admin.`,
);

interface Strictness {
  /** For another person's e-mail, credentials and factors: who holds just the same does not suffice. */
  strict: boolean;
}

/**
 * A2: an Admin over everyone of staff; otherwise the target is no Admin and holds now nothing that the actor does not
 * hold without any end. Compared within one audience and, among customers, one company (A12).
 */
export function dominates(actor: Account, target: Account, now: Date, strictness: Strictness): Verdict {
  return verdictOf(refuseDominance(actor, target, now, strictness));
}

function refuseDominance(actor: Account, target: Account, now: Date, strictness: Strictness): Refusal | null {
  if (actor.audience === Audience.Staff && target.audience === Audience.Staff) {
    return refuseOverStaff(actor, target, now, strictness);
  }
  if (actor.audience === Audience.Customer && target.audience === Audience.Customer) {
    return refuseOverCustomer(actor, target, now, strictness);
  }
  return { rule: 'A12', message: 'Staff and customers are not compared with each other.' };
}

function refuseOverStaff(
  actor: StaffAccount,
  target: StaffAccount,
  now: Date,
  { strict }: Strictness,
): Refusal | null {
  if (actor.isAdmin) return null;
  if (target.isAdmin) {
    return OVER_ADMIN;
  }
  const held = staffPermissions(actor, now).stable;
  const theirs = staffPermissions(target, now).now;
  if (staffSet.isSubset(theirs, held)) return strict && theirs === held ? refuseEqual() : null;
  return moreThanOwn(theirs, held);
}

function refuseOverCustomer(
  actor: CustomerAccount,
  target: CustomerAccount,
  now: Date,
  { strict }: Strictness,
): Refusal | null {
  if (actor.companyId !== target.companyId) {
    return { rule: 'A12', message: 'Only people of your own company can be managed.' };
  }
  const held = portalPermissions(actor, now).stable;
  const theirs = portalPermissions(target, now).now;
  if (portalSet.isSubset(theirs, held)) return strict && theirs === held ? refuseEqual() : null;
  const missing = wordsForPortal(portalSet.difference(theirs, held));
  return { rule: 'A2', message: `This person holds more than you hold without an end date: ${missing}.` };
}

function refuseEqual(): Refusal {
  return {
    rule: 'A2',
    message: 'This takes more than the other person holds, and you hold just the same. Ask an Admin.',
  };
}

/** A2 as most actions ask it. */
export const dominance: Rule<{ target: Account }> = {
  id: 'A2',
  says: 'The other account is no Admin and holds nothing that the actor does not hold without an end date.',
  check: ({ account, now }, { target }) => refuseDominance(account, target, now, { strict: false }),
};
