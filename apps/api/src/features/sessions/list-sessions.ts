import { SessionList } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { listOwnSessions } from './own-sessions.service.ts';

/** S6: where one is signed in. */
export const listSessions = procedure
  .staff({ permission: null, action: 'session.list' })
  .input(NoInput)
  .output(SessionList)
  .query(({ call }) => {
    call.authorize({ action: 'session.list' });
    return listOwnSessions(call);
  });
