import { Done } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { endOwnOthers } from './own-sessions.service.ts';

/** S6: ends all sessions of one's own but this one. */
export const portalEndOtherSessions = procedure
  .portal({ permission: null, action: 'portal.session.end' })
  .input(NoInput)
  .output(Done)
  .mutation(({ call }) => {
    call.authorize({ action: 'portal.session.end' });
    return endOwnOthers(call);
  });
