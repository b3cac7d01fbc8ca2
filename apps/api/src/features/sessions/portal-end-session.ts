import { Done, EndSessionInput } from '@sallyport/contracts/common';
import { procedure } from '../../trpc/procedure.ts';
import { endOwnSession } from './own-sessions.service.ts';

/** S6: ends another session of one's own. */
export const portalEndSession = procedure
  .portal({ permission: null, action: 'portal.session.end' })
  .input(EndSessionInput)
  .output(Done)
  .mutation(({ call, input }) => {
    call.authorize({ action: 'portal.session.end' });
    return endOwnSession(call, input.sessionId);
  });
