// The server of bench/access.ts, in a process of its own: the staff door from the server's own parts, with one guarded
// procedure of the product and a public one beside it that does the same work and asks for nothing.
import { tmpdir } from 'node:os';
import { ListUsersInput, UserPage } from '@sallyport/contracts/staff';
import { createDatabase, Prisma } from '@sallyport/db';
import { listUsers as readUsers } from '@sallyport/db/identity';
import { buildStaffDoor } from '../../apps/api/src/doors/build-doors.ts';
import { listUsers } from '../../apps/api/src/features/users/list-users.ts';
import { iso, isoOrNull } from '../../apps/api/src/features/wire.ts';
import { FileStore } from '../../apps/api/src/files/file-store.ts';
import { buildDoorServer } from '../../apps/api/src/http/door-server.ts';
import { LiveHub } from '../../apps/api/src/live/live-hub.ts';
import { createLogger } from '../../apps/api/src/log.ts';
import { createRouter, procedure } from '../../apps/api/src/trpc/procedure.ts';

// Nothing here lasts, so no key is secret.
const KEY = new Uint8Array(32);

/** What the benchmark says when it starts this process. */
export interface AccessServerOptions {
  databaseUrl: string;
  port: number;
}

const statements: string[] = [];

const listUsersForAll = procedure
  .public('benchmark')
  .input(ListUsersInput)
  .output(UserPage)
  .query(async ({ tx, input }) => {
    const page = await readUsers(tx, input, Prisma.sql`a.audience = 'STAFF'`);
    return {
      ...page,
      rows: page.rows.map((row) => ({
        ...row,
        lastSignInAt: isoOrNull(row.lastSignInAt),
        expiresAt: isoOrNull(row.expiresAt),
        createdAt: iso(row.createdAt),
      })),
    };
  });

process.once('message', (options: AccessServerOptions) => void serve(options));
process.once('disconnect', () => process.exit(0));

async function serve({ databaseUrl, port }: AccessServerOptions): Promise<void> {
  const url = `http://localhost:${port}`;
  const db = createDatabase({ url: databaseUrl, onStatement: (sql) => statements.push(sql) });
  const door = buildStaffDoor({
    db,
    keys: { pepper: KEY, seals: { factors: KEY, mail: KEY, settings: KEY } },
    staffUrl: url,
    portalUrl: 'http://localhost:1',
    // Nothing here reads a file or hears of events.
    files: new FileStore({ folder: tmpdir(), keys: { INSIDE: null, PORTAL: Buffer.alloc(32) } }),
    live: new LiveHub(),
    log: createLogger(),
  });
  const server = await buildDoorServer({
    door,
    router: createRouter({ users: createRouter({ listUsers }), bench: createRouter({ listUsersForAll }) }),
    routes: [],
    url,
    readiness: async () => ({ isReady: true, detail: 'ready' }),
    webFolder: null,
    tls: null,
    trustedProxies: [],
  });
  await server.listen({ port, host: 'localhost' });
  process.send?.({ isReady: true });
  process.on('message', () => process.send?.({ statements: statements.splice(0) }));
}
