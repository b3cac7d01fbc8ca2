import { ErrorCode } from '@sallyport/contracts/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../trpc/context.ts';
import { AppError, toAppError } from '../trpc/errors.ts';
import {
  type GuardedDownload,
  type GuardedRoute,
  type GuardedUpload,
  isGuardedRoute,
  type RouteParams,
} from '../trpc/guarded-route.ts';
import { declareRoute } from '../trpc/http-route.ts';
import { sendError } from './send-error.ts';
import { sendFile } from './send-file.ts';

type ContextOf = (request: FastifyRequest, reply: FastifyReply) => RequestContext;

/** Registers routes that pass the gates of procedures. Uploads alone take octet-streams (R1). */
export async function addGuardedRoutes(
  server: FastifyInstance,
  routes: readonly GuardedRoute[],
  contextOf: ContextOf,
): Promise<void> {
  for (const route of routes) {
    if (!isGuardedRoute(route)) throw new TypeError(`${route.url} was not made by our builder`);
    declareRoute(server, { method: route.method, url: route.url, access: route.declaration });
  }
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The body stays a stream: it is counted and written as it comes, after the gates.
    scope.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    scope.setErrorHandler((error, request, reply) => sendError(reply, fromFastify(error), request.id));
    for (const route of routes) {
      if (route.method === 'POST') addUpload(scope, route, contextOf);
      else addDownload(scope, route, contextOf);
    }
  });
}

function addUpload(scope: FastifyInstance, route: GuardedUpload, contextOf: ContextOf): void {
  scope.post(route.url, async (request, reply) => {
    try {
      if (request.headers['content-type'] !== 'application/octet-stream') throw wrongBody();
      const length = Number(request.headers['content-length'] ?? NaN);
      const name = request.headers['x-file-name'];
      const answer = await route.run(contextOf(request, reply), paramsOf(request), {
        // Not destroyed when reading stops early: the client must still get its answer.
        bytes: { [Symbol.asyncIterator]: () => request.raw.iterator({ destroyOnReturn: false }) },
        declaredBytes: Number.isFinite(length) ? length : null,
        rawName: typeof name === 'string' ? name : null,
      });
      return await reply.code(200).type('application/json; charset=utf-8').send(JSON.stringify(answer));
    } catch (error) {
      // What is left of the body is thrown away, so that the client gets to read why.
      request.raw.resume();
      return sendError(reply.header('connection', 'close'), error, request.id);
    }
  });
}

function addDownload(scope: FastifyInstance, route: GuardedDownload, contextOf: ContextOf): void {
  scope.get(route.url, { exposeHeadRoute: false }, async (request, reply) => {
    try {
      return sendFile(reply, await route.run(contextOf(request, reply), paramsOf(request)));
    } catch (error) {
      return sendError(reply, error, request.id);
    }
  });
}

function paramsOf(request: FastifyRequest): RouteParams {
  return Object.fromEntries(
    Object.entries(Object(request.params)).map(([key, value]) => [key, String(value)]),
  );
}

function fromFastify(error: unknown): AppError {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' && status < 500 ? wrongBody(error) : toAppError(error);
}

function wrongBody(cause?: unknown): AppError {
  return new AppError(ErrorCode.InvalidInput, {
    userMessage: 'Send the file itself with the header content-type: application/octet-stream.',
    cause,
  });
}
