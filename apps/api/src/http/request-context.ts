import { clearedSessionCookie, readSessionCookie, sessionCookie } from '@sallyport/auth';
import { Audience } from '@sallyport/contracts/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Door, RequestContext } from '../trpc/context.ts';
import { Slots } from '../trpc/slots.ts';
import { bearerToken } from './bearer-token.ts';

/** How many calls of one batch run at once. */
const BATCH_PARALLEL = 3;

/** What a call needs to know of the request that carries it. */
export function requestContext(door: Door, request: FastifyRequest, reply: FastifyReply): RequestContext {
  const audience = door.name === 'PORTAL' ? Audience.Customer : Audience.Staff;
  return {
    door,
    requestId: request.id,
    address: request.ip.replace(/^::ffff:/, ''),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
    secret:
      door.name === 'TOOLS' ? bearerToken(request) : readSessionCookie(audience, request.headers.cookie),
    // A token has no idle limit to extend: every use of it is told to its owner.
    isBackground: door.name !== 'TOOLS' && request.headers['x-sallyport-background'] === '1',
    slots: new Slots(BATCH_PARALLEL),
    cookie: {
      set: (secret) => void reply.header('set-cookie', sessionCookie(audience, secret)),
      clear: () => void reply.header('set-cookie', clearedSessionCookie(audience)),
    },
  };
}
