import { Audience } from '@sallyport/contracts/common';
import { createDatabase, type Database, isSchemaCurrent } from '@sallyport/db';
import { openSetupLink } from '@sallyport/db/identity';
import { buildPortalDoor, buildStaffDoor, buildToolsDoor } from '../doors/build-doors.ts';
import { portalRouter } from '../doors/portal.router.ts';
import { portalRoutes } from '../doors/portal.routes.ts';
import { staffRouter } from '../doors/staff.router.ts';
import { staffRoutes } from '../doors/staff.routes.ts';
import { toolsRouter } from '../doors/tools.router.ts';
import { toolsRoutes } from '../doors/tools.routes.ts';
import { FileStore } from '../files/file-store.ts';
import { buildDoorServer, type Served } from '../http/door-server.ts';
import type { Readiness } from '../http/health.ts';
import { listen } from '../http/listen.ts';
import { LiveHub } from '../live/live-hub.ts';
import type { Logger } from '../log.ts';
import { Mailbox } from '../mail/mailbox.ts';
import { Sealer } from '../secrets/sealer.ts';
import type { Door } from '../trpc/context.ts';
import { setOutputPolicy } from '../trpc/output.ts';
import { type DatabaseRole, doorUrl, openDatabase, prepareDatabase } from './database.ts';
import { demandOwnKey } from './demand-own-key.ts';
import { demandDemoMark } from './demo-mark.ts';
import type { Configuration } from './env.ts';
import { readHashing } from './hashing.ts';
import { readKeys } from './keys.ts';
import { listenToNotices } from './notices.ts';
import type { Summary } from './summary.ts';
import { Undo } from './undo.ts';
import { startWorker } from './worker.ts';

export interface StartOptions {
  log: Logger;
  migrationsDir: string;
  /** Folders of the built web apps; null serves procedures alone. */
  webFolders: { staff: string; portal: string } | null;
  /** See trpc/output.ts. */
  isStrict: boolean;
}

export interface Running {
  facts: Omit<Summary, 'configuration' | 'startedInMs'>;
  /** Stops listening, writes what is pending, closes the database. */
  stop(): Promise<void>;
}

const FLUSH_EVERY_MS = 60_000;
/** Jobs write tens of thousands of rows in one transaction, and nobody waits for the answer. */
const JOB_TIMES = { statementTimeoutMs: 120_000, lockTimeoutMs: 30_000, transactionTimeoutMs: 300_000 };

/**
 * Starts what the configuration asks for. Without `--only` this process keeps the database: it starts or reaches it,
 * migrates, serves both doors and works on the queue. With `--only` it does one of these for a database that another
 * process keeps.
 * Undoes everything it began when any step fails.
 * @throws ConfigurationError with remedies; errors of the database as they are
 */
export async function startSallyport(configuration: Configuration, options: StartOptions): Promise<Running> {
  const undo = new Undo();
  setOutputPolicy({
    isStrict: options.isStrict,
    onDropped: (keys) => options.log.warn('an answer had keys that its schema does not know', { keys }),
  });
  try {
    const facts = await startParts(configuration, options, undo);
    return { facts, stop: () => undo.run() };
  } catch (error) {
    await undo.run();
    throw error;
  }
}

async function startParts(
  configuration: Configuration,
  options: StartOptions,
  undo: Undo,
): Promise<Running['facts']> {
  demandDemoMark(configuration);
  const keys = readKeys(configuration);
  const database = await openDatabase(configuration);
  undo.add(() => database.stop());

  let setupLink: string | null = null;
  if (keys.passwords !== null && configuration.only === null) {
    await demandOwnKey(configuration, database.ownerUrl, keys);
    await prepareDatabase(database.ownerUrl, keys.passwords, options.migrationsDir);
    const secret = await openSetupLink(database.ownerUrl);
    setupLink = secret === null ? null : `${configuration.staff.url}/setup#${secret}`;
  }

  const files = new FileStore({
    folder: configuration.filesDir,
    keys: { INSIDE: keys.staff?.files ?? null, PORTAL: keys.portal.files },
  });
  await files.prepare();
  const live = new LiveHub();
  const { log } = options;
  const { isDemo, staff, portal } = configuration;
  const mailbox = isDemo ? new Mailbox() : null;
  const common = { log, files, live, isDemo, mailbox, staffUrl: staff.url, portalUrl: portal.url };
  const connect = (role: DatabaseRole, password: string, times = {}): { db: Database; url: string } => {
    const url = doorUrl(database.ownerUrl, role, password);
    const db = createDatabase({ url, applicationName: role, ...times });
    undo.add(() => db.close());
    return { db, url };
  };
  if (keys.staff !== null && runs(configuration, 'staff')) {
    const { db, url } = connect('sallyport_staff', keys.staff.databasePassword);
    await listenToNotices(url, live, log, undo);
    const hashing = await readHashing(db, Audience.Staff, keys.staff.pepper, configuration.dataDir);
    const door = buildStaffDoor({ ...common, db, keys: keys.staff, hashing });
    const tools = { door: buildToolsDoor(door), router: toolsRouter, routes: toolsRoutes };
    await serve('staff', { door, router: staffRouter, routes: staffRoutes }, tools);
  }
  if (runs(configuration, 'portal')) {
    const { db } = connect('sallyport_portal', keys.portal.databasePassword);
    const hashing = await readHashing(db, Audience.Customer, keys.portal.pepper, configuration.dataDir);
    const door = buildPortalDoor({ ...common, db, keys: keys.portal, hashing });
    await serve('portal', { door, router: portalRouter, routes: portalRoutes }, null);
  }
  if (keys.passwords !== null && keys.staff !== null && runs(configuration, 'worker')) {
    const { db, url } = connect('sallyport_jobs', keys.passwords.jobs, JOB_TIMES);
    const mail = {
      sealers: { STAFF: new Sealer(keys.staff.seals), CUSTOMER: new Sealer(keys.portal.seals) },
      urls: { STAFF: staff.url, CUSTOMER: portal.url },
      mailbox,
    };
    await startWorker({ url, db, files, mail, log, undo });
  }
  return {
    setupLink,
    database: database.description,
    notes: database.notes,
    keyPath: keys.path,
    isKeyNew: keys.isNew,
  };

  async function serve(part: 'staff' | 'portal', served: Served, tools: Served | null): Promise<void> {
    const server = await buildDoorServer({
      ...served,
      tools,
      url: configuration[part].url,
      readiness: readinessOf(served.door.db, options.migrationsDir),
      webFolder: options.webFolders?.[part] ?? null,
      tls: configuration.tls,
      trustedProxies: configuration.trustedProxies,
    });
    for (const { door } of [served, ...(tools ? [tools] : [])]) {
      undo.add(() => door.denials.flush());
      flushRegularly(door, undo);
    }
    undo.add(() => server.close());
    await listen(server, configuration[part], configuration.bind, `SALLYPORT_${part.toUpperCase()}_PORT`);
  }
}

/** Whether a part runs in this process. */
function runs({ only }: Configuration, part: 'staff' | 'portal' | 'worker'): boolean {
  return only === null || only === part;
}

function flushRegularly(door: Door, undo: Undo): void {
  const report = (error: unknown) =>
    door.log.error('refusals could not be written', { error: String(error) });
  const timer = setInterval(() => void door.denials.flush().catch(report), FLUSH_EVERY_MS);
  undo.add(() => clearInterval(timer));
}

function readinessOf(db: Database, migrationsDir: string): Readiness {
  return async () => {
    try {
      const isCurrent = await isSchemaCurrent(db, { migrationsDir });
      return isCurrent
        ? { isReady: true, detail: 'ready' }
        : { isReady: false, detail: 'schema is not this version' };
    } catch {
      return { isReady: false, detail: 'no database' };
    }
  };
}
