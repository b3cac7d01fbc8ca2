import { createRouter } from '../../trpc/procedure.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { listSessions } from './list-sessions.ts';
import { portalEndOtherSessions } from './portal-end-other-sessions.ts';
import { portalEndSession } from './portal-end-session.ts';
import { portalListSessions } from './portal-list-sessions.ts';

export const sessionsRouter = createRouter({
  list: listSessions,
  end: endSession,
  endOthers: endOtherSessions,
});

export const portalSessionsRouter = createRouter({
  list: portalListSessions,
  end: portalEndSession,
  endOthers: portalEndOtherSessions,
});
