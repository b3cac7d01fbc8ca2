import { Done } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { signOutCaller } from './sign-out.service.ts';

export const signOut = procedure
  .staff({ permission: null, action: 'session.read' })
  .input(NoInput)
  .output(Done)
  .mutation(({ call }) => {
    call.authorize({ action: 'session.read' });
    return signOutCaller(call);
  });
