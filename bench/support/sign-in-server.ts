// The server of bench/login.ts and bench/timing.ts, in a process of its own: the staff door from the server's own parts,
// hashing with the parameters of production.
import { tmpdir } from 'node:os';
import { createDatabase } from '@sallyport/db';
import { buildStaffDoor } from '../../apps/api/src/doors/build-doors.ts';
import { signIn } from '../../apps/api/src/features/auth/sign-in.ts';
import { FileStore } from '../../apps/api/src/files/file-store.ts';
import { buildDoorServer } from '../../apps/api/src/http/door-server.ts';
import { LiveHub } from '../../apps/api/src/live/live-hub.ts';
import { createLogger } from '../../apps/api/src/log.ts';
import { createRouter } from '../../apps/api/src/trpc/procedure.ts';

/** What the benchmark says when it starts this process. */
export interface SignInServerOptions {
  databaseUrl: string;
  port: number;
  pepper: string;
}

process.once('message', (options: SignInServerOptions) => void serve(options));
process.once('disconnect', () => process.exit(0));

async function serve({ databaseUrl, port, pepper }: SignInServerOptions): Promise<void> {
  const url = `http://localhost:${port}`;
  const key = Buffer.alloc(32);
  const door = buildStaffDoor({
    db: createDatabase({ url: databaseUrl }),
    keys: { pepper: Buffer.from(pepper, 'base64'), seals: { factors: key, mail: key, settings: key } },
    staffUrl: url,
    portalUrl: 'http://localhost:1',
    // Nothing here reads a file or hears of events.
    files: new FileStore({ folder: tmpdir(), keys: { INSIDE: null, PORTAL: Buffer.alloc(32) } }),
    live: new LiveHub(),
    log: createLogger(),
  });
  const server = await buildDoorServer({
    door,
    router: createRouter({ auth: createRouter({ signIn }) }),
    routes: [],
    url,
    readiness: async () => ({ isReady: true, detail: 'ready' }),
    webFolder: null,
    tls: null,
    // Every sample comes from an address of its own, so that no throttle decides what is measured.
    trustedProxies: ['127.0.0.1', '::1'],
  });
  await server.listen({ port, host: 'localhost' });
  process.send?.({ isReady: true });
}
