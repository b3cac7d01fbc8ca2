import type { NewSession } from '@sallyport/auth';
import type { ReplacingSession } from '@sallyport/db/identity';
import type { Call } from '../../trpc/call.ts';
import { servicesOf } from '../services.ts';

/**
 * S7: runs a change that ends all sessions of the caller and opens a new one in place of the present, whose cookie follows
 * once it is committed. `isDone` says whether the store did it.
 */
export async function replacingSession<Result>(
  call: Call,
  change: (session: ReplacingSession) => Promise<Result>,
  isDone: (result: Result) => boolean,
): Promise<Result> {
  const { userAgent, requestId } = call.request;
  const made: Result[] = [];
  const create = async ({ sessionId, secret }: NewSession) => {
    const result = await change({ newSessionId: sessionId, newSecret: secret, userAgent, requestId });
    made.push(result);
    return isDone(result);
  };
  const session = await servicesOf(call.request).sessions.create({ create }, call.principal.account.id);
  const [result] = made;
  if (result === undefined) throw new TypeError('the store was not asked for a session');
  if (session) {
    // The function that did it has written the audit row.
    call.noteAudit();
    call.afterCommit(() => call.request.cookie.set(session.secret));
  }
  return result;
}
