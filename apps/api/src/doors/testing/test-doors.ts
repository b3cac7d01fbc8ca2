import { createPasswords, createWorkQueue, type Passwords, readSessionCookie } from '@sallyport/auth';
import { Audience } from '@sallyport/contracts/common';
import { createTestDatabase, type TestDatabase, type TestPassword } from '@sallyport/testing';
import type { AnyRouter } from '@trpc/server';
import type { FastifyInstance } from 'fastify';
import { buildDoorServer } from '../../http/door-server.ts';
import { createLogger } from '../../log.ts';
import type { Door } from '../../trpc/context.ts';
import { buildPortalDoor, buildStaffDoor } from '../build-doors.ts';
import { portalRouter } from '../portal.router.ts';
import { staffRouter } from '../staff.router.ts';

/** What a door answered, byte for byte and read. */
export interface Answer {
  status: number;
  text: string;
  headers: Record<string, unknown>;
  /** The session secret that the answer sets as its cookie. */
  secret: string | null;
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
  /** Calls a procedure through the real listener, as a browser on the door's own page would. */
  call(path: string, input?: unknown, options?: CallOptions): Promise<Answer>;
}

export interface CallOptions {
  as?: { secret: string } | null;
  address?: string;
  headers?: Record<string, string>;
}

export interface TestDoors extends AsyncDisposable {
  db: TestDatabase;
  staff: TestDoor;
  portal: TestDoor;
  /** Lines that were logged. */
  logged: string[];
  /** How many hashes were computed. */
  hashes(): number;
  /** A real password for the factories. */
  password(text: string, audience?: Audience): Promise<TestPassword>;
}

export const CHEAP = { memoryKib: 64, iterations: 1, parallelism: 1, pepperVersion: 1 };
export const PEPPER = { STAFF: new Uint8Array(32).fill(1), CUSTOMER: new Uint8Array(32).fill(2) };
const STAFF_URL = 'http://localhost:4100';
const PORTAL_URL = 'http://localhost:4200';

/** Both doors over one fresh database: real listeners, real roles, cheap hashes. `routers.staff` replaces the router. */
export async function openTestDoors(routers: { staff?: AnyRouter } = {}): Promise<TestDoors> {
  const db = await createTestDatabase();
  const logged: string[] = [];
  let hashes = 0;
  const inner = createWorkQueue({ atOnce: 2, waitingAtMost: 1_000 });
  const queue: typeof inner = {
    run: (work) => {
      hashes += 1;
      return inner.run(work);
    },
  };
  const common = {
    staffUrl: STAFF_URL,
    portalUrl: PORTAL_URL,
    log: createLogger((line) => logged.push(line)),
    hashing: { parameters: CHEAP, isFloorEnforced: false, queue },
  };
  const staffDoor = buildStaffDoor({ ...common, db: db.staff, keys: { pepper: PEPPER.STAFF } });
  const portalDoor = buildPortalDoor({ ...common, db: db.portal, keys: { pepper: PEPPER.CUSTOMER } });
  const staff = await openDoor(Audience.Staff, staffDoor, routers.staff ?? staffRouter, STAFF_URL);
  const portal = await openDoor(Audience.Customer, portalDoor, portalRouter, PORTAL_URL);
  const passwords: Record<Audience, Passwords> = {
    STAFF: createPasswords({ peppers: { 1: PEPPER.STAFF }, parameters: CHEAP, isFloorEnforced: false }),
    CUSTOMER: createPasswords({ peppers: { 1: PEPPER.CUSTOMER }, parameters: CHEAP, isFloorEnforced: false }),
  };
  return {
    db,
    staff,
    portal,
    logged,
    hashes: () => hashes,
    password: (text, audience = Audience.Staff) => passwords[audience].newCredential(text),
    async [Symbol.asyncDispose]() {
      await staff.server.close();
      await portal.server.close();
      await db[Symbol.asyncDispose]();
    },
  };
}

async function openDoor(audience: Audience, door: Door, router: AnyRouter, url: string): Promise<TestDoor> {
  const server = await buildDoorServer({
    door,
    router,
    url,
    readiness: async () => ({ isReady: true, detail: 'ready' }),
    webFolder: null,
    tls: null,
    trustedProxies: ['127.0.0.1'],
  });
  await server.ready();
  const cookieName = audience === Audience.Staff ? '__Host-sp_staff' : '__Host-sp_portal';
  return {
    door,
    server,
    router,
    async call(path, input, { as = null, address, headers = {} } = {}) {
      const type: unknown = Reflect.get(
        Object(Reflect.get(Object(router._def.procedures), path))._def ?? {},
        'type',
      );
      const isQuery = type === 'query';
      const query =
        isQuery && input !== undefined ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
      const response = await server.inject({
        method: isQuery ? 'GET' : 'POST',
        url: `/trpc/${path}${query}`,
        headers: {
          host: new URL(url).host,
          'sec-fetch-site': 'same-origin',
          ...(isQuery ? {} : { 'content-type': 'application/json' }),
          ...(as ? { cookie: `${cookieName}=${as.secret}` } : {}),
          ...(address ? { 'x-forwarded-for': address } : {}),
          ...headers,
        },
        ...(isQuery ? {} : { payload: JSON.stringify(input ?? {}) }),
      });
      return answer(response.statusCode, response.body, response.headers, audience);
    },
  };
}

function answer(status: number, text: string, headers: Record<string, unknown>, audience: Audience): Answer {
  const body: { result?: { data: unknown }; error?: { data: NonNullable<Answer['error']> } } =
    JSON.parse(text);
  const cookie = [headers['set-cookie']].flat()[0];
  return {
    status,
    text,
    headers,
    secret: typeof cookie === 'string' ? readSessionCookie(audience, cookie.split(';')[0]) : null,
    data<Data>() {
      if (!body.result) throw new Error(`no result: ${text}`);
      return body.result.data as Data;
    },
    code: body.error?.data.code ?? null,
    error: body.error?.data ?? null,
  };
}
