import { existsSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { declareRoute } from '../trpc/http-route.ts';

const YEAR_SECONDS = 31_536_000;

/** Serves a built web app: hashed files for a year, everything else fresh; unknown paths get the app's own page. */
export async function serveWebApp(server: FastifyInstance, folder: string): Promise<void> {
  const indexHtml = join(folder, 'index.html');
  if (!existsSync(indexHtml))
    throw new Error(`No built web app in ${folder}. Run npm start, which builds it.`);
  declareRoute(server, {
    method: 'GET',
    url: '/*',
    access: { kind: 'public', why: 'The web app itself, the same for everyone.' },
  });
  await server.register(staticFiles, {
    root: folder,
    wildcard: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes(`${join(folder, 'assets')}`);
      void reply.header(
        'cache-control',
        isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
      );
    },
  });
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (wantsPage)
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
    return reply
      .code(404)
      .type('application/json; charset=utf-8')
      .send('{"error":{"message":"Not found, or not shared with you."}}');
  });
}
