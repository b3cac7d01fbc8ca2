import { ErrorCode } from '@sallyport/contracts/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../trpc/errors.ts';
import { isForTools } from './bearer-token.ts';
import { sendError } from './send-error.ts';

/** Paths that health checks reach by whatever name or address they know. */
const HEALTH_PATHS = new Set(['/healthz', '/readyz']);

/**
 * R1: a state change comes from this door's own pages. The doors are same-site to each other, so the browser sends
 * cookies between them; `Sec-Fetch-Site` tells, and where a client has no such header an Origin equal to the door's URL.
 * The Host header must name the door, or a page of another name could be made to talk to it.
 */
export function requireSameOrigin(server: FastifyInstance, doorUrl: string): void {
  const { host, origin } = new URL(doorUrl);
  server.addHook('onRequest', async (request, reply) => {
    if (HEALTH_PATHS.has(request.url)) return;
    if (request.headers.host !== host) return refuse(request, reply, `Open ${doorUrl} instead.`);
    if (request.method === 'GET' || request.method === 'HEAD') return;
    if (isForTools(request.url)) return;
    const site = request.headers['sec-fetch-site'];
    const isOwn = site === undefined ? request.headers.origin === origin : site === 'same-origin';
    if (!isOwn) return refuse(request, reply);
  });
}

function refuse(request: FastifyRequest, reply: FastifyReply, userMessage?: string): FastifyReply {
  const error = new AppError(ErrorCode.WrongOrigin, userMessage === undefined ? {} : { userMessage });
  return sendError(reply, error, request.id);
}
