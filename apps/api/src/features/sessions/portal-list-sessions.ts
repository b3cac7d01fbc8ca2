import { SessionList } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { listOwnSessions } from './own-sessions.service.ts';

/** S6: where one is signed in. */
export const portalListSessions = procedure
  .portal({ permission: null, action: 'portal.session.list' })
  .input(NoInput)
  .output(SessionList)
  .query(({ call }) => {
    call.authorize({ action: 'portal.session.list' });
    return listOwnSessions(call);
  });
