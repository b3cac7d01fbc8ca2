import { CustomerProfile } from '@sallyport/contracts/portal';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { customerProfile } from './customer-profile.ts';

export const portalGetProfile = procedure
  .portal({ permission: null, action: 'portal.profile.read' })
  .input(NoInput)
  .output(CustomerProfile)
  .query(({ call }) => {
    call.authorize({ action: 'portal.profile.read' });
    return customerProfile(call);
  });
