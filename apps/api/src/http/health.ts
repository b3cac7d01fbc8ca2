import type { FastifyInstance } from 'fastify';
import { addRoute } from '../trpc/http-route.ts';

/** Whether this process can do its work, and in one word why not. */
export type Readiness = () => Promise<{
  isReady: boolean;
  detail: 'ready' | 'no database' | 'schema is not this version';
}>;

/** `/healthz`: the process runs. `/readyz`: the database answers and its schema is this version's; 503 until then. */
export function addHealthRoutes(server: FastifyInstance, readiness: Readiness): void {
  addRoute(
    server,
    { method: 'GET', url: '/healthz', access: { kind: 'public', why: 'Says only that the process runs.' } },
    async () => ({ status: 'ok' }),
  );
  addRoute(
    server,
    {
      method: 'GET',
      url: '/readyz',
      access: { kind: 'public', why: 'Says only whether the process can work.' },
    },
    async (_request, reply) => {
      const { isReady, detail } = await readiness();
      return reply.code(isReady ? 200 : 503).send({ status: detail });
    },
  );
}
