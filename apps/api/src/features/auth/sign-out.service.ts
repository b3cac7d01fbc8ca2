import { endSession } from '@sallyport/db/identity';
import type { Call } from '../../trpc/call.ts';
import { servicesOf } from '../services.ts';
import { DONE } from '../wire.ts';

/** Ends the session that asks, and takes its cookie away. end_session writes the audit row. */
export async function signOutCaller(call: Call): Promise<typeof DONE> {
  const { sessions, audience } = servicesOf(call.request);
  const { requestId, secret } = call.request;
  const end = async () => {
    await endSession(call.tx, audience, { reason: 'SIGNED_OUT', requestId });
  };
  if (secret !== null) await sessions.end({ end }, secret);
  call.noteAudit();
  call.afterCommit(() => call.request.cookie.clear());
  return DONE;
}
