import type { AccountStatus } from '@sallyport/contracts/common';
import type { Account } from '../principal.ts';
import type { Rule } from './rule.ts';

/** U1: INVITED → ACTIVE ⇄ INACTIVE → ANONYMISED. */
function inStatus(
  statuses: readonly AccountStatus[],
  says: string,
  message: string,
): Rule<{ target: Account }> {
  return {
    id: 'U1',
    says,
    check: (_actor, { target }) => (statuses.includes(target.status) ? null : { rule: 'U1', message }),
  };
}

export const isInvited = inStatus(
  ['INVITED'],
  'An invitation is renewed while it is open.',
  'This invitation was accepted or withdrawn. There is nothing to send again.',
);

export const isInUse = inStatus(
  ['ACTIVE', 'INVITED'],
  'An account in use, or invited, can be deactivated.',
  'This account is not in use. There is nothing to deactivate.',
);

export const isOutOfUse = inStatus(
  ['INACTIVE'],
  'A deactivated account can be reactivated.',
  'This account is not deactivated. There is nothing to reactivate.',
);

export const isPerson = inStatus(
  ['INVITED', 'ACTIVE', 'INACTIVE'],
  'An anonymised account is not edited.',
  'This account was anonymised and cannot be changed.',
);

export const isActive = inStatus(
  ['ACTIVE'],
  'Only an account in use has this.',
  'This account is not in use. There is nothing to do here.',
);

export const isBeforeAnonymous = inStatus(
  ['INACTIVE'],
  'An account is deactivated before it is anonymised.',
  'Deactivate this account first.',
);

export const isRemovable = inStatus(
  ['INACTIVE', 'INVITED'],
  'An account is deactivated before it is deleted, unless it was only invited.',
  'Deactivate this account first.',
);

/** A17: a suspension is laid on once. */
export const isNotSuspended: Rule<{ target: Account }> = {
  id: 'U1',
  says: 'Only who is not suspended is suspended.',
  check: (_actor, { target }) =>
    target.suspendedAt === null ? null : { rule: 'U1', message: 'This account is suspended already.' },
};

export const isSuspended: Rule<{ target: Account }> = {
  id: 'U1',
  says: 'Only a suspension that is there is lifted.',
  check: (_actor, { target }) =>
    target.suspendedAt === null ? { rule: 'U1', message: 'This account is not suspended.' } : null,
};

/** U1: an anonymised account joins no group. */
export const addsPersons: Rule<{ adds: readonly Account[] }> = {
  id: 'U1',
  says: 'An anonymised account joins no group.',
  check: (_actor, { adds }) =>
    adds.some(({ status }) => status === 'ANONYMISED')
      ? { rule: 'U1', message: 'An anonymised account cannot join a group. Choose someone else.' }
      : null,
};
