import { SignInSummary } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { readSignInSummary } from './sign-in-summary.service.ts';

/** S4: the sign-in before this one, and what failed in between. */
export const getSignInSummary = procedure
  .staff({ permission: null, action: 'session.read' })
  .input(NoInput)
  .output(SignInSummary)
  .query(({ call }) => {
    call.authorize({ action: 'session.read' });
    return readSignInSummary(call);
  });
