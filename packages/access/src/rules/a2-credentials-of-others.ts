import type { Account } from '../principal.ts';
import type { Refusal } from '../verdict.ts';
import { dominates } from './a2-dominance.ts';
import { isAdmin } from './is-admin.ts';
import type { Rule } from './rule.ts';

/** A2: these ways are for the accounts of others; one's own password, e-mail and factors have a page of their own. */
export const ofSomebodyElse: Rule<{ target: Account }> = {
  id: 'A2',
  says: "One's own password, e-mail and factors are changed in the own profile.",
  check: ({ account }, { target }) =>
    account.id === target.id
      ? {
          rule: 'A2',
          message: 'This is your own account. Change password, e-mail and factors in your profile.',
        }
      : null,
};

/** A2: "For another person's e-mail, credentials and factors dominance is strict." */
export const strictDominance: Rule<{ target: Account }> = {
  id: 'A2',
  says: 'The other account holds less than the actor holds without an end date, and is no Admin.',
  check: (actor, { target }) => refuseUnlessStrictlyOver(actor.account, target, actor.now),
};

/** A2: strict only where the change is about how the other signs in. */
export const strictOverCredentials: Rule<{ target: Account; changesCredentials: boolean }> = {
  id: 'A2',
  says: 'How somebody signs in is decided by who holds more than they do.',
  check: (actor, { target, changesCredentials }) =>
    changesCredentials ? refuseUnlessStrictlyOver(actor.account, target, actor.now) : null,
};

/** A2: who could do both would take over the account, so nobody does both within a day; Admins are excepted. */
export const notBothLinkAndFactor: Rule<{ didOtherHalfLately: boolean }> = {
  id: 'A2',
  says: 'Nobody resets the factors of an account and sends it a link within 24 hours; Admins are excepted.',
  check: ({ account }, { didOtherHalfLately }) =>
    didOtherHalfLately && !isAdmin(account)
      ? {
          rule: 'A2',
          message:
            'You did the other half within the last 24 hours: a link and a reset of factors together would open this account to you. Ask a colleague, or wait a day.',
        }
      : null,
};

function refuseUnlessStrictlyOver(actor: Account, target: Account, now: Date): Refusal | null {
  const verdict = dominates(actor, target, now, { strict: true });
  if (verdict.allowed) return null;
  const { rule, message, missing } = verdict;
  return missing === undefined ? { rule, message } : { rule, message, missing };
}
