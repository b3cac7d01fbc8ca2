import { ErrorCode, SessionList } from '@sallyport/contracts/common';
import { endOwnSessions, ownSessions } from '@sallyport/db/identity';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { servicesOf } from '../services.ts';
import { DONE, iso } from '../wire.ts';

/** Where one is signed in: this session first. */
export async function listOwnSessions(call: Call): Promise<z.output<typeof SessionList>> {
  const rows = await ownSessions(call.tx, servicesOf(call.request).audience);
  const sessions = rows.map((row) => ({
    ...row,
    createdAt: iso(row.createdAt),
    lastUsedAt: iso(row.lastUsedAt),
  }));
  return SessionList.parse({ sessions });
}

/** @throws AppError NOT_FOUND when it is not one's own, has ended, or is the one that asks */
export async function endOwnSession(call: Call, sessionId: string): Promise<typeof DONE> {
  if ((await end(call, sessionId)) === 0) throw new AppError(ErrorCode.NotFound);
  return DONE;
}

export async function endOwnOthers(call: Call): Promise<typeof DONE> {
  await end(call, null);
  return DONE;
}

/** end_own_sessions writes the audit row. */
async function end(call: Call, sessionId: string | null): Promise<number> {
  const { audience } = servicesOf(call.request);
  const { requestId } = call.request;
  const count = await endOwnSessions(call.tx, audience, { sessionId, requestId });
  call.noteAudit();
  return count;
}
