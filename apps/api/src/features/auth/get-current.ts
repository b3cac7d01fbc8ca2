import { effectivePermissions, staffSet } from '@sallyport/access';
import { CurrentUser } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { staffCaller } from '../signed-in.ts';
import { NoInput } from '../wire.ts';
import { sessionState } from './session-state.ts';

/** Who is signed in. Everything comes from the statement that read the session. */
export const getCurrent = procedure
  .staff({ permission: null, action: 'session.read' })
  .input(NoInput)
  .output(CurrentUser)
  .query(async ({ call }) => {
    call.authorize({ action: 'session.read' });
    const { account, firmName } = staffCaller(call);
    const { id, displayName, title, photoFileId, email, isAdmin, theme } = account;
    return {
      user: { id, displayName, title, photo: photoFileId, email, isAdmin, theme },
      firmName,
      permissions: staffSet.toGrants(effectivePermissions(account, call.principal.now).now),
      session: sessionState(call),
    };
  });
