import type { ShownFacts } from '../shown-facts.ts';
import type { Rule } from './rule.ts';

/** C2: own company, a project that is shown to customers and not restricted, and the thing itself is out. */
export const shownToCustomer: Rule<{ shown: ShownFacts }> = {
  id: 'C2',
  says: 'Customers see what is published, in projects of their own company that are shown to them and not restricted.',
  check: ({ account }, { shown }) => {
    const isOwn = 'companyId' in account && account.companyId === shown.companyId;
    return isOwn && shown.isProjectShown && !shown.isProjectRestricted && shown.isOut
      ? null
      : { rule: 'C2', message: 'This is not shared with the company of this account.' };
  },
};
