import { type CookieKind, clearedCookie, readSecretCookie, secretCookie } from '@sallyport/auth';
import { Audience } from '@sallyport/contracts/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Door, RequestContext } from '../trpc/context.ts';
import { Slots } from '../trpc/slots.ts';
import { bearerToken } from './bearer-token.ts';
import { clientAddress } from './client-address.ts';

/** How many calls of one batch run at once. */
const BATCH_PARALLEL = 3;

/** What a call needs to know of the request that carries it. */
export function requestContext(door: Door, request: FastifyRequest, reply: FastifyReply): RequestContext {
  const audience = door.name === 'PORTAL' ? Audience.Customer : Audience.Staff;
  const read = (kind: CookieKind) =>
    door.name === 'TOOLS' ? null : readSecretCookie(audience, kind, request.headers.cookie);
  const set = (kind: CookieKind) => (secret: string) =>
    void reply.header('set-cookie', secretCookie(audience, kind, secret));
  const clear = (kind: CookieKind) => () => void reply.header('set-cookie', clearedCookie(audience, kind));
  return {
    door,
    requestId: request.id,
    address: clientAddress(request.ip),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    secret: door.name === 'TOOLS' ? bearerToken(request) : read('SESSION'),
    pendingSecret: read('PENDING'),
    deviceSecret: read('DEVICE'),
    // A token has no idle limit to extend: every use of it is told to its owner.
    isBackground: door.name !== 'TOOLS' && request.headers['x-sallyport-background'] === '1',
    slots: new Slots(BATCH_PARALLEL),
    cookie: {
      set: set('SESSION'),
      clear: clear('SESSION'),
      setPending: set('PENDING'),
      clearPending: clear('PENDING'),
      setDevice: set('DEVICE'),
    },
  };
}
