import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CookieKind,
  createPasswords,
  createWorkQueue,
  type Passwords,
  readSecretCookie,
  secretCookie,
} from '@sallyport/auth';
import { Audience } from '@sallyport/contracts/common';
import { createDatabase, listenLive } from '@sallyport/db';
import { createTestDatabase, type TestDatabase, type TestPassword } from '@sallyport/testing';
import type { AnyRouter } from '@trpc/server';
import type { FastifyInstance } from 'fastify';
import { FileStore } from '../../files/file-store.ts';
import { buildDoorServer, type Served } from '../../http/door-server.ts';
import { LiveHub } from '../../live/live-hub.ts';
import { createLogger } from '../../log.ts';
import type { Door } from '../../trpc/context.ts';
import type { GuardedRoute } from '../../trpc/guarded-route.ts';
import { buildPortalDoor, buildStaffDoor, buildToolsDoor } from '../build-doors.ts';
import { portalRouter } from '../portal.router.ts';
import { portalRoutes } from '../portal.routes.ts';
import { staffRouter } from '../staff.router.ts';
import { staffRoutes } from '../staff.routes.ts';
import { toolsRouter } from '../tools.router.ts';
import { toolsRoutes } from '../tools.routes.ts';
import { openStream, type TestStream } from './open-stream.ts';

/** What a door answered, byte for byte and read. */
export interface Answer {
  status: number;
  text: string;
  /** The body as it came, for files. */
  bytes: Buffer;
  headers: Record<string, unknown>;
  /** The session secret that the answer sets as its cookie. */
  secret: string | null;
  /** The secret of a pending sign-in that the answer sets (S5). */
  pending: string | null;
  /** The secret of a known device that the answer sets (S4). */
  device: string | null;
  /** The result of a call that went well. @throws when it did not */
  data<Data = Record<string, unknown>>(): Data;
  /** Code of the error; null when there was none. */
  code: string | null;
  error: {
    code: string;
    userMessage: string;
    reason?: { gate: string; rule: string | null };
    fields?: unknown;
  } | null;
}

export interface TestDoor {
  door: Door;
  server: FastifyInstance;
  router: AnyRouter;
  routes: readonly GuardedRoute[];
  /** Calls a procedure through the real listener, as a browser on the door's own page would. */
  call(path: string, input?: unknown, options?: CallOptions): Promise<Answer>;
  /** Sends a request to a route beside the procedures; `body` makes it an upload. */
  send(url: string, options?: CallOptions & { body?: Buffer; name?: string }): Promise<Answer>;
  /** Opens a stream over a real connection; close it. */
  stream(path: string, input?: unknown, options?: CallOptions): Promise<TestStream>;
}

export interface CallOptions {
  as?: { secret: string } | null;
  /** Cookies of the browser beside its session. */
  pending?: string | null;
  device?: string | null;
  address?: string;
  headers?: Record<string, string>;
}

export interface TestDoors extends AsyncDisposable {
  db: TestDatabase;
  staff: TestDoor;
  portal: TestDoor;
  /** The tools door, on the staff listener; `as.secret` is the whole token. */
  tools: TestDoor;
  files: FileStore;
  /** Folder of the two file stores. */
  filesFolder: string;
  /** Lines that were logged. */
  logged: string[];
  /** How many hashes were computed. */
  hashes(): number;
  /** A real password for the factories. */
  password(text: string, audience?: Audience): Promise<TestPassword>;
}

export const CHEAP = { memoryKib: 64, iterations: 1, parallelism: 1, pepperVersion: 1 };
export const PEPPER = { STAFF: new Uint8Array(32).fill(1), CUSTOMER: new Uint8Array(32).fill(2) };
const sealsOf = (first: number) => ({
  factors: new Uint8Array(32).fill(first),
  mail: new Uint8Array(32).fill(first + 1),
  settings: new Uint8Array(32).fill(first + 2),
});
/** Under which the test doors seal; new Sealer(SEALS.STAFF) opens what they stored. */
export const SEALS = { STAFF: sealsOf(11), CUSTOMER: sealsOf(21) };
export const STAFF_URL = 'http://localhost:4100';
export const PORTAL_URL = 'http://localhost:4200';

const FILE_KEYS = { INSIDE: Buffer.alloc(32, 3), PORTAL: Buffer.alloc(32, 4) };

/** What replaces the product's own routers and routes. */
export interface TestParts {
  /** Doors whose database and files these share, as a second server of the same house does; they are closed first. */
  beside?: TestDoors;
  staff?: AnyRouter;
  tools?: AnyRouter;
  routes?: readonly GuardedRoute[];
  portalRoutes?: readonly GuardedRoute[];
  toolsRoutes?: readonly GuardedRoute[];
}

/** All doors over one fresh database: real listeners, real roles, cheap hashes. */
export async function openTestDoors(parts: TestParts = {}): Promise<TestDoors> {
  const db = parts.beside ? connectBeside(parts.beside.db) : await createTestDatabase();
  const logged: string[] = [];
  let hashes = 0;
  const inner = createWorkQueue({ atOnce: 2, waitingAtMost: 1_000 });
  const queue: typeof inner = {
    run: (work) => {
      hashes += 1;
      return inner.run(work);
    },
  };
  const filesFolder = parts.beside?.filesFolder ?? (await mkdtemp(join(tmpdir(), 'sallyport-files-')));
  const files = new FileStore({ folder: filesFolder, keys: FILE_KEYS });
  const portalFiles = new FileStore({ folder: filesFolder, keys: { ...FILE_KEYS, INSIDE: null } });
  const live = new LiveHub();
  const listening = await listenLive(
    db.staffUrl,
    (notice) => live.publish(notice),
    (problem) => logged.push(problem.message),
  );
  const common = {
    files,
    live,
    staffUrl: STAFF_URL,
    portalUrl: PORTAL_URL,
    log: createLogger((line) => logged.push(line)),
    hashing: { parameters: CHEAP, isFloorEnforced: false, queue },
  };
  const staffDoor = buildStaffDoor({
    ...common,
    db: db.staff,
    keys: { pepper: PEPPER.STAFF, seals: SEALS.STAFF },
  });
  const portalDoor = buildPortalDoor({
    ...common,
    files: portalFiles,
    db: db.portal,
    keys: { pepper: PEPPER.CUSTOMER, seals: SEALS.CUSTOMER },
  });
  const toolsServed = {
    door: buildToolsDoor(staffDoor),
    router: parts.tools ?? toolsRouter,
    routes: parts.toolsRoutes ?? toolsRoutes,
  };
  const staff = await openDoor(
    { door: staffDoor, router: parts.staff ?? staffRouter, routes: parts.routes ?? staffRoutes },
    STAFF_URL,
    toolsServed,
  );
  const portal = await openDoor(
    { door: portalDoor, router: portalRouter, routes: parts.portalRoutes ?? portalRoutes },
    PORTAL_URL,
    null,
  );
  const passwords: Record<Audience, Passwords> = {
    STAFF: createPasswords({ peppers: { 1: PEPPER.STAFF }, parameters: CHEAP, isFloorEnforced: false }),
    CUSTOMER: createPasswords({ peppers: { 1: PEPPER.CUSTOMER }, parameters: CHEAP, isFloorEnforced: false }),
  };
  return {
    db,
    staff,
    portal,
    tools: testDoor(staff.server, toolsServed, STAFF_URL),
    files,
    filesFolder,
    logged,
    hashes: () => hashes,
    password: (text, audience = Audience.Staff) => passwords[audience].newCredential(text),
    async [Symbol.asyncDispose]() {
      await staff.server.close();
      await portal.server.close();
      await listening.close();
      if (!parts.beside) await rm(filesFolder, { recursive: true, force: true });
      await db[Symbol.asyncDispose]();
    },
  };
}

/** The same database over connections of one's own. */
function connectBeside(first: TestDatabase): TestDatabase {
  const statements: string[] = [];
  const open = (url: string) => createDatabase({ url, onStatement: (sql) => statements.push(sql) });
  const [staff, portal, jobs] = [open(first.staffUrl), open(first.portalUrl), open(first.jobsUrl)];
  return {
    ...first,
    staff,
    portal,
    jobs,
    statements,
    async [Symbol.asyncDispose]() {
      await Promise.all([staff.close(), portal.close(), jobs.close()]);
    },
  };
}

async function openDoor(served: Served, url: string, tools: Served | null): Promise<TestDoor> {
  const server = await buildDoorServer({
    ...served,
    tools,
    url,
    readiness: async () => ({ isReady: true, detail: 'ready' }),
    webFolder: null,
    tls: null,
    trustedProxies: ['127.0.0.1'],
  });
  await server.ready();
  return testDoor(server, served, url);
}

function testDoor(server: FastifyInstance, { door, router, routes }: Served, url: string): TestDoor {
  const audience = door.name === 'PORTAL' ? Audience.Customer : Audience.Staff;
  const prefix = door.name === 'TOOLS' ? '/tools' : '/trpc';
  const headersOf = ({ as = null, pending, device, address, headers = {} }: CallOptions) => ({
    host: new URL(url).host,
    ...(door.name === 'TOOLS' ? {} : { 'sec-fetch-site': 'same-origin' }),
    ...credentialsOf(door, { SESSION: as?.secret, PENDING: pending, DEVICE: device }),
    ...(address ? { 'x-forwarded-for': address } : {}),
    ...headers,
  });
  return {
    door,
    server,
    router,
    routes,
    async call(path, input, options = {}) {
      const isQuery = typeOf(router, path) === 'query';
      const query =
        isQuery && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
      const response = await server.inject({
        method: isQuery ? 'GET' : 'POST',
        url: `${prefix}/${path}${query}`,
        headers: { ...(isQuery ? {} : { 'content-type': 'application/json' }), ...headersOf(options) },
        ...(isQuery ? {} : { payload: JSON.stringify(input ?? {}) }),
      });
      return answer(response.statusCode, response.rawPayload, response.headers, audience);
    },
    async send(path, { body, name = 'file.bin', ...options } = {}) {
      const response = await server.inject({
        method: body ? 'POST' : 'GET',
        url: path,
        headers: {
          ...(body
            ? { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
            : {}),
          ...headersOf(options),
        },
        ...(body ? { payload: body } : {}),
      });
      return answer(response.statusCode, response.rawPayload, response.headers, audience);
    },
    stream: (path, input = {}, options = {}) =>
      openStream(
        server,
        `${prefix}/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
        headersOf(options),
      ),
  };
}

function credentialsOf(
  { name }: Door,
  secrets: Readonly<Record<CookieKind, string | null | undefined>>,
): Record<string, string> {
  if (name === 'TOOLS') return secrets.SESSION ? { authorization: `Bearer ${secrets.SESSION}` } : {};
  const audience = name === 'PORTAL' ? Audience.Customer : Audience.Staff;
  const cookies = (['SESSION', 'PENDING', 'DEVICE'] as const).flatMap((kind) => {
    const secret = secrets[kind];
    return secret ? [secretCookie(audience, kind, secret).split(';')[0]] : [];
  });
  return cookies.length > 0 ? { cookie: cookies.join('; ') } : {};
}

/** What the answer sets, in the form in which the next request would send it. */
function cookiesOf(headers: Record<string, unknown>): string {
  return [headers['set-cookie']]
    .flat()
    .filter((cookie) => typeof cookie === 'string')
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** query, mutation or subscription; undefined for what does not exist. */
export function typeOf(router: AnyRouter, path: string): unknown {
  return Reflect.get(Object(Reflect.get(Object(router._def.procedures), path))._def ?? {}, 'type');
}

interface Body {
  result?: { data: unknown };
  error?: { data: NonNullable<Answer['error']> };
}

function answer(status: number, bytes: Buffer, headers: Record<string, unknown>, audience: Audience): Answer {
  const text = bytes.toString();
  const isJson = String(headers['content-type'] ?? '').startsWith('application/json');
  const body: Body = isJson ? JSON.parse(text) : {};
  const cookies = cookiesOf(headers);
  return {
    status,
    text,
    bytes,
    headers,
    secret: readSecretCookie(audience, 'SESSION', cookies),
    pending: readSecretCookie(audience, 'PENDING', cookies),
    device: readSecretCookie(audience, 'DEVICE', cookies),
    data<Data>() {
      if (body.result) return body.result.data as Data;
      // Routes beside the procedures answer the thing itself.
      if (status === 200 && isJson) return body as Data;
      throw new Error(`no result: ${text}`);
    },
    code: body.error?.data.code ?? null,
    error: body.error?.data ?? null,
  };
}
