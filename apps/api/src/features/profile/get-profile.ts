import { OwnProfile } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { ownProfile } from './own-profile.ts';

export const getProfile = procedure
  .staff({ permission: null, action: 'profile.read' })
  .input(NoInput)
  .output(OwnProfile)
  .query(({ call }) => {
    call.authorize({ action: 'profile.read' });
    return ownProfile(call);
  });
