import { createDatabase, type Database, isSchemaCurrent, openSetupLink } from '@sallyport/db';
import type { AnyRouter } from '@trpc/server';
import { buildPortalDoor, buildStaffDoor } from '../doors/build-doors.ts';
import { portalRouter } from '../doors/portal.router.ts';
import { staffRouter } from '../doors/staff.router.ts';
import { buildDoorServer } from '../http/door-server.ts';
import type { Readiness } from '../http/health.ts';
import { listen } from '../http/listen.ts';
import type { Logger } from '../log.ts';
import type { Door } from '../trpc/context.ts';
import { setOutputPolicy } from '../trpc/output.ts';
import { doorUrl, openDatabase, prepareDatabase } from './database.ts';
import type { Configuration } from './env.ts';
import { readKeys } from './keys.ts';
import type { Summary } from './summary.ts';
import { Undo } from './undo.ts';

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

/**
 * Starts what the configuration asks for. Without `--only` this process keeps the database: it starts or reaches it,
 * migrates, and serves both doors. With `--only` it serves one door of a database that another process keeps.
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
  const keys = readKeys(configuration);
  const database = await openDatabase(configuration);
  undo.add(() => database.stop());

  let setupLink: string | null = null;
  if (keys.passwords !== null && configuration.only === null) {
    await prepareDatabase(database.ownerUrl, keys.passwords, options.migrationsDir);
    const secret = await openSetupLink(database.ownerUrl);
    setupLink = secret === null ? null : `${configuration.staff.url}/setup#${secret}`;
  }

  const common = { log: options.log, staffUrl: configuration.staff.url, portalUrl: configuration.portal.url };
  const connect = (role: 'sallyport_staff' | 'sallyport_portal', password: string): Database => {
    const db = createDatabase({ url: doorUrl(database.ownerUrl, role, password), applicationName: role });
    undo.add(() => db.close());
    return db;
  };
  if (keys.staff !== null && configuration.only !== 'portal') {
    const db = connect('sallyport_staff', keys.staff.databasePassword);
    await serve('staff', buildStaffDoor({ ...common, db, keys: keys.staff }), staffRouter);
  }
  if (configuration.only !== 'staff') {
    const db = connect('sallyport_portal', keys.portal.databasePassword);
    await serve('portal', buildPortalDoor({ ...common, db, keys: keys.portal }), portalRouter);
  }
  return {
    setupLink,
    database: database.description,
    notes: database.notes,
    keyPath: keys.path,
    isKeyNew: keys.isNew,
  };

  async function serve(part: 'staff' | 'portal', door: Door, router: AnyRouter): Promise<void> {
    const server = await buildDoorServer({
      door,
      router,
      url: configuration[part].url,
      readiness: readinessOf(door.db, options.migrationsDir),
      webFolder: options.webFolders?.[part] ?? null,
      tls: configuration.tls,
      trustedProxies: configuration.trustedProxies,
    });
    undo.add(() => door.denials.flush());
    undo.add(() => server.close());
    flushRegularly(door, undo);
    await listen(server, configuration[part], configuration.bind, `SALLYPORT_${part.toUpperCase()}_PORT`);
  }
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
