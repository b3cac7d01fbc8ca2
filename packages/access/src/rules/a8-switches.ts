import type { Rule } from './rule.ts';

/** A8: a switch of the account, which takes away and never gives. What a page shows is no download. */
export const mayDownload: Rule<unknown> = {
  id: 'A8',
  says: 'Reports and files are downloaded unless the account is limited to reading on screen.',
  check: ({ session }) =>
    session.mayDownload
      ? null
      : {
          rule: 'A8',
          message: 'Downloads are switched off for your account. You can read everything here on screen.',
        },
};
