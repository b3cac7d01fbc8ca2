import { randomUUID } from 'node:crypto';
import { clearedSessionCookie, readSessionCookie, sessionCookie } from '@sallyport/auth';
import { Audience, ErrorCode } from '@sallyport/contracts/common';
import type { AnyRouter } from '@trpc/server';
import { type CreateFastifyContextOptions, fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import type { Door, RequestContext } from '../trpc/context.ts';
import { AppError, toAppError } from '../trpc/errors.ts';
import { addRoute, watchRoutes } from '../trpc/http-route.ts';
import { Slots } from '../trpc/slots.ts';
import { addHealthRoutes, type Readiness } from './health.ts';
import { requireSameOrigin } from './same-origin.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { sendError } from './send-error.ts';
import { serveWebApp } from './web-app.ts';

/** Calls in one batch, and how many of them run at once. */
const BATCH_LIMIT = 10;
const BATCH_PARALLEL = 3;
const BODY_LIMIT_BYTES = 1_048_576;

export interface DoorServerOptions {
  door: Door;
  router: AnyRouter;
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
  // R1: JSON and nothing else; form-data, text and octet-stream never reach a procedure.
  server.removeAllContentTypeParsers();
  server.setErrorHandler((error, request, reply) => sendError(reply, fromFastify(error), request.id));
  addHealthRoutes(server, options.readiness);

  // JSON stays text here: tRPC parses it, so that a malformed body is its refusal, with our words.
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  addProcedureRoutes(server, options);
  if (options.webFolder !== null) await serveWebApp(server, options.webFolder);
  return server;
}

/** Queries by GET, mutations by POST; procedures check themselves. */
function addProcedureRoutes(server: FastifyInstance, { door, router }: DoorServerOptions): void {
  const audience = door.name === 'STAFF' ? Audience.Staff : Audience.Customer;
  const createContext = ({ req, res }: CreateFastifyContextOptions): RequestContext => ({
    door,
    requestId: req.id,
    address: req.ip.replace(/^::ffff:/, ''),
    userAgent: (req.headers['user-agent'] ?? '').slice(0, 300),
    secret: readSessionCookie(audience, req.headers.cookie),
    isBackground: req.headers['x-sallyport-background'] === '1',
    slots: new Slots(BATCH_PARALLEL),
    cookie: {
      set: (secret) => void res.header('set-cookie', sessionCookie(audience, secret)),
      clear: () => void res.header('set-cookie', clearedSessionCookie(audience)),
    },
  });
  for (const method of ['GET', 'POST'] as const) {
    const why = method === 'GET' ? 'Carries queries.' : 'Carries mutations.';
    addRoute(server, { method, url: '/trpc/:path', access: { kind: 'transport', why } }, async (req, res) => {
      const path = Reflect.get(Object(req.params), 'path');
      await fastifyRequestHandler({
        router,
        createContext,
        maxBatchSize: BATCH_LIMIT,
        // A preview carries the whole change: as POST it does not hit the limits of an address.
        allowMethodOverride: true,
        req,
        res,
        path: String(path),
      });
    });
  }
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
