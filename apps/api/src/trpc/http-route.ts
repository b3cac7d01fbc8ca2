import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GuardedDeclaration } from './access-declaration.ts';

/** An HTTP route beside the procedures, and why whoever may call it may. */
export interface RouteDeclaration {
  method: 'GET' | 'POST';
  url: string;
  /** `transport`: carries procedures, which check themselves; `public`: anyone, for the reason given; else as a procedure. */
  access: { kind: 'public' | 'transport'; why: string } | GuardedDeclaration;
}

const declared = new WeakMap<FastifyInstance, RouteDeclaration[]>();
const registered = new WeakMap<FastifyInstance, { method: string; url: string }[]>();

/** Notes every route that is registered on `server` from now on, so that a test can find undeclared ones. */
export function watchRoutes(server: FastifyInstance): void {
  const seen: { method: string; url: string }[] = [];
  registered.set(server, seen);
  declared.set(server, []);
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat())
      if (one !== 'HEAD' && one !== 'OPTIONS') seen.push({ method: one, url });
  });
}

/** Declares a route that a plugin registers (procedures, static files). */
export function declareRoute(server: FastifyInstance, declaration: RouteDeclaration): void {
  declared.get(server)?.push(declaration);
}

/** Declares and registers a route. */
export function addRoute(
  server: FastifyInstance,
  declaration: RouteDeclaration,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  declareRoute(server, declaration);
  server.route({ method: declaration.method, url: declaration.url, handler });
}

/** What was declared and what really stands on the server, for the matrix test. */
export function routesOf(server: FastifyInstance): {
  declared: readonly RouteDeclaration[];
  registered: readonly { method: string; url: string }[];
} {
  return { declared: declared.get(server) ?? [], registered: registered.get(server) ?? [] };
}
