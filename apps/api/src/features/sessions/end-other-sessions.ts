import { Done } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { endOwnOthers } from './own-sessions.service.ts';

/** S6: ends all sessions of one's own but this one. */
export const endOtherSessions = procedure
  .staff({ permission: null, action: 'session.end' })
  .input(NoInput)
  .output(Done)
  .mutation(({ call }) => {
    call.authorize({ action: 'session.end' });
    return endOwnOthers(call);
  });
