import { Done } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { signOutCaller } from './sign-out.service.ts';

export const portalSignOut = procedure
  .portal({ permission: null, action: 'portal.session.read' })
  .input(NoInput)
  .output(Done)
  .mutation(({ call }) => {
    call.authorize({ action: 'portal.session.read' });
    return signOutCaller(call);
  });
