import { SignInSummary } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { readSignInSummary } from './sign-in-summary.service.ts';

/** S4: the sign-in before this one, and what failed in between. */
export const portalGetSignInSummary = procedure
  .portal({ permission: null, action: 'portal.session.read' })
  .input(NoInput)
  .output(SignInSummary)
  .query(({ call }) => {
    call.authorize({ action: 'portal.session.read' });
    return readSignInSummary(call);
  });
