import { type NewSession, newSecret } from '@sallyport/auth';
import type { SessionToOpen } from '@sallyport/db/identity';
import { originOf, queueMail } from '../../mail/queue-mail.ts';
import type { Call } from '../../trpc/call.ts';
import { servicesOf } from '../services.ts';

// Lucia wants an owner for a session; the database decides whose it is, and may refuse.
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Somebody is through, or not quite: what the store made of the secrets that it was offered. */
interface Entrance {
  accountId: string;
  next?: 'in' | 'factor';
  isNewDevice: boolean;
}

/**
 * Offers the store a session to open and gives the browser what came of it: the cookie of the session and that of the known
 * device (S4), or that of a pending sign-in. Null: refused. `isSigningIn` is false where a session takes the place of
 * another: no device becomes known by that.
 */
export async function enter<Result extends Entrance>(
  call: Call,
  open: (session: SessionToOpen) => Promise<Result | null>,
  isSigningIn = true,
): Promise<Result | null> {
  const { request } = call;
  // The same secret for everybody who signs in on this browser: each account knows it for itself.
  const deviceSecret = request.deviceSecret ?? newSecret();
  let result: Result | null = null;
  const create = async ({ sessionId, secret }: NewSession) => {
    const { userAgent, requestId } = request;
    result = await open({ sessionId, secret, deviceSecret, userAgent, requestId });
    return result !== null;
  };
  const session = await servicesOf(request).sessions.create({ create }, NOBODY);
  const entrance = result as Result | null;
  if (!session || !entrance) return null;
  const isPending = entrance.next === 'factor';
  call.afterCommit(() => {
    if (isPending) return request.cookie.setPending(session.secret);
    request.cookie.set(session.secret);
    if (!isSigningIn) return;
    request.cookie.setDevice(deviceSecret);
    if (request.pendingSecret !== null) request.cookie.clearPending();
  });
  if (entrance.isNewDevice) await tellOfNewDevice(call, entrance.accountId);
  return entrance;
}

async function tellOfNewDevice(call: Call, accountId: string): Promise<void> {
  const variables = { at: new Date().toISOString(), origin: originOf(call.request) };
  await queueMail(call, { kind: 'new-device', accountId, variables });
}
