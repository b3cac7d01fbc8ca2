// What asking costs: a permission-checked, session-validated list against a public procedure in the same server that runs
// the same query through the same client in the same kind of transaction and returns the same bytes.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ensureRoles, migrate, ROLE, roleUrl, seedInstallation } from '@sallyport/db';
import { startEmbedded } from '@sallyport/db/embedded';
import { temporaryDataFolder } from '../e2e/support/server.ts';
import { seedStaff } from './support/access-data.ts';
import type { AccessServerOptions } from './support/access-server.ts';
import { decisionsPerSecond, questionCount } from './support/decisions.ts';
import { KeepAlive } from './support/keep-alive.ts';
import { median, note, printResult, setting } from './support/report.ts';

const STAFF = setting('SALLYPORT_BENCH_STAFF', 10_000);
const ROUNDS = setting('SALLYPORT_BENCH_ROUNDS', 5);
const SECONDS = setting('SALLYPORT_BENCH_SECONDS', 3);
const SEED = setting('SALLYPORT_SEED', 20_261_122);
const PORT = setting('SALLYPORT_BENCH_PORT', 48_731);
const CONNECTIONS = 16;
const SINGLE_ASKED = 400;
const WARM_UP_ASKED = 300;
const WARM_UP_MS = 500;

const input = encodeURIComponent(JSON.stringify({ limit: 20 }));
const URLS = {
  guarded: `http://localhost:${PORT}/trpc/users.listUsers?input=${input}`,
  public: `http://localhost:${PORT}/trpc/bench.listUsersForAll?input=${input}`,
} as const;
type Kind = keyof typeof URLS;
const KINDS: readonly Kind[] = ['guarded', 'public'];

/** Starts the server's process and waits until it listens. */
async function startAccessServer(options: AccessServerOptions): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('./support/access-server.ts', import.meta.url));
  // The same loader for TypeScript as this process has.
  const child = spawn(process.execPath, [...process.execArgv, file], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  child.send(options);
  const [message]: unknown[] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof message !== 'object') throw new Error('the server of the benchmark did not start');
  return child;
}

/** Texts of the statements that the server sent since the last call. */
async function statementsOf(server: ChildProcess): Promise<string[]> {
  server.send({});
  const [message]: unknown[] = await once(server, 'message');
  const texts: unknown = Reflect.get(Object(message), 'statements');
  return Array.isArray(texts) ? texts.map(String) : [];
}

async function open(kind: Kind, count: number, secret: string): Promise<KeepAlive[]> {
  const headers = { cookie: `__Host-sp_staff=${secret}` };
  return Promise.all(Array.from({ length: count }, () => KeepAlive.open(URLS[kind], headers)));
}

/** Requests a second over all connections at once. */
async function throughput(connections: readonly KeepAlive[]): Promise<number> {
  let answered = 0;
  const startedAt = performance.now();
  const until = startedAt + SECONDS * 1_000;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < until) {
        await connection.ask();
        answered += 1;
      }
    }),
  );
  return (answered / (performance.now() - startedAt)) * 1_000;
}

/** Milliseconds of each answer, one after the other, the two kinds in turn. */
async function singly(pairs: Readonly<Record<Kind, KeepAlive>>): Promise<Record<Kind, number>> {
  const taken: Record<Kind, number[]> = { guarded: [], public: [] };
  for (let index = 0; index < SINGLE_ASKED; index += 1) {
    for (const kind of KINDS) {
      const startedAt = performance.now();
      await pairs[kind].ask();
      taken[kind].push(performance.now() - startedAt);
    }
  }
  return { guarded: median(taken.guarded), public: median(taken.public) };
}

const bodyOf = (answer: string) => answer.slice(answer.indexOf('\r\n\r\n') + 4);

async function measure(server: ChildProcess, secret: string) {
  const single = { guarded: await open('guarded', 1, secret), public: await open('public', 1, secret) };
  const [guarded, open_] = [single.guarded[0], single.public[0]];
  if (!guarded || !open_) throw new Error('no connection');
  const [first, second] = [bodyOf(await guarded.ask()), bodyOf(await open_.ask())];
  if (first !== second || first.length < 1_000) throw new Error('the two procedures do not answer the same');
  for (let index = 0; index < WARM_UP_ASKED; index += 1) for (const one of [guarded, open_]) await one.ask();
  await statementsOf(server);
  await guarded.ask();
  const statements = await statementsOf(server);
  const latency = await singly({ guarded, public: open_ });

  const many = {
    guarded: await open('guarded', CONNECTIONS, secret),
    public: await open('public', CONNECTIONS, secret),
  };
  const rates: Record<Kind, number[]> = { guarded: [], public: [] };
  for (let round = 1; round <= ROUNDS; round += 1) {
    // Alternating, and each first as often as the other, so that a machine that slows down wrongs neither.
    for (const kind of round % 2 === 0 ? KINDS.toReversed() : KINDS)
      rates[kind].push(await throughput(many[kind]));
    note(
      `round ${round}: guarded ${Math.round(rates.guarded.at(-1) ?? 0)}/s, public ${Math.round(rates.public.at(-1) ?? 0)}/s`,
    );
  }
  for (const one of [guarded, open_, ...many.guarded, ...many.public]) one[Symbol.dispose]();
  return { statements, latency, guarded: median(rates.guarded), public: median(rates.public) };
}

const round2 = (value: number) => Math.round(value * 100) / 100;

await using folder = await temporaryDataFolder();
await using embedded = await startEmbedded({ dataDir: folder.path });
const password = () => randomBytes(24).toString('base64url');
const passwords = { staff: password(), portal: password(), jobs: password() };
await ensureRoles(embedded.ownerUrl, passwords);
await migrate(embedded.ownerUrl);
await seedInstallation(embedded.ownerUrl);
const { managerSecret } = await seedStaff(embedded.ownerUrl, STAFF, SEED);
note(`${STAFF} staff; ${ROUNDS} rounds of ${SECONDS} s for each kind over ${CONNECTIONS} connections`);

decisionsPerSecond(WARM_UP_MS);
const decisions: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) decisions.push(decisionsPerSecond(400));

const server = await startAccessServer({
  databaseUrl: roleUrl(embedded.ownerUrl, ROLE.staff, passwords.staff),
  port: PORT,
});
try {
  const found = await measure(server, managerSecret);
  for (const sql of found.statements) note(sql.replaceAll(/\s+/g, ' ').slice(0, 110));
  printResult('access', {
    decisionsPerSecond: Math.round(median(decisions)),
    ratioToPublic: round2(found.guarded / found.public),
    addedMs: round2(found.latency.guarded - found.latency.public),
    requestsPerSecond: Math.round(found.guarded),
    statements: found.statements.length,
    publicPerSecond: Math.round(found.public),
    seed: SEED,
    sizes: { staff: STAFF, page: 20, connections: CONNECTIONS, rounds: ROUNDS, questions: questionCount },
  });
} finally {
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
