import { OwnFactors } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { readOwnFactors } from './own-factors.service.ts';

/** S5: one's own second factors. */
export const getFactors = procedure
  .staff({ permission: null, action: 'factor.read' })
  .input(NoInput)
  .output(OwnFactors)
  .query(({ call }) => {
    call.authorize({ action: 'factor.read' });
    return readOwnFactors(call);
  });
