import { randomUUID } from 'node:crypto';
import { ErrorCode } from '@sallyport/contracts/common';
import type { AnyRouter } from '@trpc/server';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import type { Door } from '../trpc/context.ts';
import { AppError, toAppError } from '../trpc/errors.ts';
import type { GuardedRoute } from '../trpc/guarded-route.ts';
import { addRoute, watchRoutes } from '../trpc/http-route.ts';
import { refuseMixedCredentials } from './bearer-token.ts';
import { addGuardedRoutes } from './guarded-routes.ts';
import { addHealthRoutes, type Readiness } from './health.ts';
import { requestContext } from './request-context.ts';
import { requireSameOrigin } from './same-origin.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { sendError } from './send-error.ts';
import { serveWebApp } from './web-app.ts';

/** Calls in one batch. */
const BATCH_LIMIT = 10;
const BODY_LIMIT_BYTES = 1_048_576;

/** A door and all that can be called through it. */
export interface Served {
  door: Door;
  router: AnyRouter;
  routes: readonly GuardedRoute[];
}

export interface DoorServerOptions extends Served {
  /** The door for tools, under /tools of the same listener. */
  tools?: Served | null;
  /** The door's own URL; cookie, origin and host checks come from it. */
  url: string;
  readiness: Readiness;
  /** Folder of the built web app; null in tests of procedures. */
  webFolder: string | null;
  tls: { cert: Buffer; key: Buffer } | null;
  trustedProxies: readonly string[];
}

/** Builds the listener of one door: its headers, origin check, procedures and web app. It does not listen yet. */
export async function buildDoorServer(options: DoorServerOptions): Promise<FastifyInstance> {
  const { url, tls } = options;
  const base = {
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    routerOptions: { maxParamLength: 5_000 },
    forceCloseConnections: true,
  };
  const server = (tls ? fastify({ ...base, https: tls }) : fastify(base)) as FastifyInstance;

  watchRoutes(server);
  addSecurityHeaders(server, url.startsWith('https:'));
  requireSameOrigin(server, url);
  refuseMixedCredentials(server);
  // R1: JSON and nothing else; form-data, text and octet-stream never reach a procedure.
  server.removeAllContentTypeParsers();
  server.setErrorHandler((error, request, reply) => sendError(reply, fromFastify(error), request.id));
  addHealthRoutes(server, options.readiness);

  // JSON stays text here: tRPC parses it, so that a malformed body is its refusal, with our words.
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  await serveDoor(server, options, '/trpc');
  if (options.tools) await serveDoor(server, options.tools, '/tools');
  if (options.webFolder !== null) await serveWebApp(server, options.webFolder);
  return server;
}

/** Queries by GET, mutations by POST; procedures check themselves. */
async function serveDoor(server: FastifyInstance, served: Served, prefix: '/trpc' | '/tools'): Promise<void> {
  const { door, router, routes } = served;
  for (const method of ['GET', 'POST'] as const) {
    const why = method === 'GET' ? 'Carries queries.' : 'Carries mutations.';
    addRoute(
      server,
      { method, url: `${prefix}/:path`, access: { kind: 'transport', why } },
      async (req, res) => {
        const path = Reflect.get(Object(req.params), 'path');
        await fastifyRequestHandler({
          router,
          createContext: () => requestContext(door, req, res),
          maxBatchSize: BATCH_LIMIT,
          // A preview carries the whole change: as POST it does not hit the limits of an address.
          allowMethodOverride: true,
          req,
          res,
          path: String(path),
        });
      },
    );
  }
  await addGuardedRoutes(server, routes, (request, reply) => requestContext(door, request, reply));
}

/** Fastify's own refusals (malformed JSON, wrong media type, too large) in our words. */
function fromFastify(error: unknown): AppError {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return new AppError(ErrorCode.TooLarge, { cause: error });
  if (typeof status === 'number' && status < 500) {
    return new AppError(ErrorCode.InvalidInput, {
      userMessage: 'Send JSON with the header content-type: application/json.',
      cause: error,
    });
  }
  return toAppError(error);
}
