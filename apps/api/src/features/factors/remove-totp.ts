import { OwnFactors } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { removeOwnFactor } from './remove-factor.service.ts';

/** S5, S7: takes the authenticator app away; all other sessions end. */
export const removeTotp = procedure
  .staff({ permission: null, action: 'factor.change' })
  .input(NoInput)
  .output(OwnFactors)
  .mutation(({ call }) => {
    call.authorize({ action: 'factor.change' });
    return removeOwnFactor(call, null);
  });
