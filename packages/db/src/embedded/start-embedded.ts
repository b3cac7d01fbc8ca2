import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries, reachableBinaries } from './binaries.ts';
import { ADMIN_USER, ensureCluster } from './cluster.ts';
import { EmbeddedStartError } from './errors.ts';
import { becomeKeeper } from './keeper.ts';
import { DATABASE_NAME, ensureOwner, OWNER_USER } from './owner.ts';
import { placeData } from './placement.ts';
import { findPostmaster, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts';
import { findRunAs } from './run-as.ts';

export interface EmbeddedOptions {
  /** Folder for everything that the database keeps; made 0700. As root it may have to go elsewhere: see `dataDir` of the result. */
  dataDir: string;
  /** Told in one sentence what is worth telling the one who started it. */
  log?: (message: string) => void;
  /** Called when the server goes away without `stop()`. */
  onLost?: (error: Error) => void;
  /** No durability at all, more connections. For tests only. */
  isForTests?: boolean;
}

export interface EmbeddedPostgres extends AsyncDisposable {
  /** The owner of the application's database: for roles, migrations, seeds. */
  ownerUrl: string;
  /** The cluster's superuser, on the maintenance database. For tests and the command line; never for the doors. */
  adminUrl: string;
  port: number;
  /** Where the data really is. */
  dataDir: string;
  /** A server that a killed predecessor had left was taken over. */
  isReused: boolean;
  /** Stops the server and gives the folder free. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL in a data folder, or takes over the one that runs there, and becomes its keeper: at most one
 * process is. Passwords are random, in 0600 files inside the 0700 folder; it listens on 127.0.0.1 alone.
 *
 * Throws DataFolderInUse when another process keeps the folder, EmbeddedStartError when PostgreSQL does not start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { log = () => undefined, isForTests = false } = options;
  const runAs = await findRunAs();
  const found = await findBinaries();
  const binaries = await reachableBinaries(found, runAs);
  const placement = await placeData(options.dataDir, runAs);
  if (binaries.nativeDir !== found.nativeDir) log(`PostgreSQL runs from a copy in ${binaries.nativeDir}.`);
  if (runAs)
    log(
      `PostgreSQL runs as "${runAs.name}", because it refuses to run as root. Its data: ${placement.dataDir}`,
    );
  const secrets = await ensureCluster(binaries, placement, runAs, isForTests);

  const running = await findPostmaster(placement);
  const postmaster = running ?? (await startPostmaster(binaries, placement, runAs, isForTests));
  const adminUrl = urlOf(ADMIN_USER, secrets.admin, postmaster.port, 'postgres');
  const ownerUrl = urlOf(OWNER_USER, secrets.owner, postmaster.port, DATABASE_NAME);

  const keeper = await connect(postmaster, placement.socketDir, secrets.admin);
  try {
    await becomeKeeper(keeper, placement);
    await ensureOwner(keeper, adminUrl, secrets.owner);
  } catch (error) {
    await keeper.end();
    throw error;
  }
  let isStopping = false;
  const lost = () => {
    if (isStopping) return;
    isStopping = true;
    options.onLost?.(new EmbeddedStartError(`PostgreSQL stopped. See ${placement.logFile}`));
  };
  keeper.on('error', lost).on('end', lost);

  let stopped: Promise<void> | undefined;
  const stop = () => {
    isStopping = true;
    stopped ??= keeper.end().then(() => stopPostmaster(binaries, placement));
    return stopped;
  };
  return {
    ownerUrl,
    adminUrl,
    port: postmaster.port,
    dataDir: placement.dataDir,
    isReused: running !== null,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/**
 * Connects as the superuser, by the socket in our 0700 folder where there is one: nobody else can listen there, so the
 * password reaches our server and no other. SCRAM then proves to both sides that they know it.
 */
async function connect(
  postmaster: Postmaster,
  socketDir: string | null,
  password: string,
): Promise<pg.Client> {
  const giveUpAt = performance.now() + STARTING_MS;
  for (;;) {
    const client = new pg.Client({
      host: socketDir ?? '127.0.0.1',
      port: postmaster.port,
      user: ADMIN_USER,
      password,
      database: 'postgres',
      keepAlive: true,
    });
    // Replaced once we are keeper; until then an error shows in the query that waits.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (cause) {
      await client.end().catch(() => undefined);
      // Another process may have started it a moment ago: it has its pid file before it listens.
      if (isStarting(cause) && performance.now() < giveUpAt) {
        await delay(AGAIN_MS);
        continue;
      }
      throw new EmbeddedStartError(
        `A PostgreSQL runs in the data folder (process ${postmaster.pid}, port ${postmaster.port}), but does not take our password. Stop it and start again.`,
        { cause },
      );
    }
  }
}

const STARTING_MS = 10_000;
const AGAIN_MS = 25;

/** Not listening yet, or listening and not ready for anyone. */
function isStarting(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === '57P03' || code === 'ECONNREFUSED' || code === 'ENOENT';
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
