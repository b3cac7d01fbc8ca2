import { SESSION_COOKIE } from '@sallyport/auth';
import { ErrorCode } from '@sallyport/contracts/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '../trpc/errors.ts';
import { sendError } from './send-error.ts';

const BEARER = /^bearer +(\S+)$/i;

/** The token of a request, whole; null without one. */
export function bearerToken(request: FastifyRequest): string | null {
  return BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** Whether a request goes to the tools door, which reads no cookie and so needs no origin check (T1). */
export function isForTools(url: string): boolean {
  return url === '/tools' || url.startsWith('/tools/');
}

/** T1: a cookie and a token together are refused at either door: one of them did not come from who sent the other. */
export function refuseMixedCredentials(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const hasCookie = Object.values(SESSION_COOKIE).some((name) =>
      (request.headers.cookie ?? '').includes(`${name}=`),
    );
    if (!hasCookie || (bearerToken(request) === null && !isForTools(request.url))) return;
    const error = new AppError(ErrorCode.Unauthenticated, {
      userMessage: 'Send the token alone, without a cookie.',
    });
    return sendError(reply, error, request.id);
  });
}
