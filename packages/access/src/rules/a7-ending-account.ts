import { isBefore } from '../effective.ts';
import type { Rule } from './rule.ts';

interface EndOfAccount {
  expiresAt: Date | null;
  /** The account is in a group that takes only accounts with an end date. */
  needsEnd: boolean;
}

/** A7: an end lies ahead, and stays where a group of the account requires one. */
export const endsAhead: Rule<EndOfAccount> = {
  id: 'A7',
  says: 'The end of an account lies ahead, and stays where a group requires one.',
  check: ({ now }, { expiresAt, needsEnd }) => {
    if (!isBefore(now, expiresAt)) {
      return {
        rule: 'A7',
        message: 'This end date has passed. Choose a later one, or deactivate the account.',
      };
    }
    return expiresAt === null && needsEnd
      ? {
          rule: 'A7',
          message:
            'One of its groups is for accounts with an end date. Take the account out of that group first.',
        }
      : null;
  },
};

/** A15: owners have no end date, so who leads an open project gets none. */
export const leadsNothingOpen: Rule<{ expiresAt: Date | null; leadsOpenProjects: boolean }> = {
  id: 'A15',
  says: 'Who leads an open project gets no end date of the account.',
  check: (_actor, { expiresAt, leadsOpenProjects }) =>
    expiresAt !== null && leadsOpenProjects
      ? {
          rule: 'A15',
          message:
            'This person leads open projects, and a lead needs an account without an end date. Hand them over first.',
        }
      : null,
};
