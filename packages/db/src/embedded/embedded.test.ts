import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withClient } from '../owner-client.ts';
import { findBinaries, reachableBinaries } from './binaries.ts';
import { DataFolderInUse } from './errors.ts';
import { placeData } from './placement.ts';
import { findRunAs, isReachable } from './run-as.ts';
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbedded } from './start-embedded.ts';

// Making a cluster takes a second of a free core, and many on a busy one.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let folder: string;
let running: EmbeddedPostgres | undefined;
let child: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sallyport-embedded-'));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  if (child) await kill(child);
  // What a killed keeper left is taken over and stopped.
  if (child) running ??= await start();
  await running?.stop();
  running = undefined;
  child = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  running = await startEmbedded({ dataDir: join(folder, 'data'), isForTests: true, ...options });
  return running;
}

const one = <Value>(url: string, sql: string): Promise<Value> =>
  withClient(url, async (client) => Object.values((await client.query(sql)).rows[0])[0] as Value);

/** Another process that keeps the folder. */
async function startChild(): Promise<{ ownerUrl: string; pid: number }> {
  const script = fileURLToPath(new URL('../test-support/keeper-child.ts', import.meta.url));
  child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout || child.pid === undefined) throw new Error('The child did not start.');
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { ...JSON.parse(line), pid: child.pid };
}

async function kill(process: ChildProcess): Promise<void> {
  if (process.signalCode !== null) return;
  const exited = once(process, 'exit');
  process.kill('SIGKILL');
  await exited;
}

describe('a fresh data folder', () => {
  test('holds its passwords in 0600 files inside a 0700 folder, and takes no connection without one', async () => {
    const { ownerUrl, dataDir } = await start();
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    // As root it runs under an existing unprivileged account, else as we do.
    expect((await stat(dataDir)).uid).toBe((await findRunAs())?.uid ?? process.getuid?.() ?? 0);
    for (const file of ['admin-password', 'owner-password']) {
      expect((await stat(join(dataDir, 'cluster', file))).mode & 0o777).toBe(0o600);
    }
    const rules = (await readFile(join(dataDir, 'cluster/data/pg_hba.conf'), 'utf8'))
      .split('\n')
      .filter((line) => /^\w/.test(line));
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) expect(rule).toMatch(/scram-sha-256$/);
    const wrong = new URL(ownerUrl);
    wrong.password = 'password';
    await expect(one(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('listens on loopback alone, has an owner that is no superuser, and sorts as people do', async () => {
    const { ownerUrl } = await start();
    const shown = await withClient(ownerUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT current_setting('listen_addresses') AS addresses, current_setting('log_parameter_max_length') AS logged,
           (SELECT rolsuper OR rolbypassrls OR rolcreatedb FROM pg_roles WHERE rolname = current_user) AS "isMore",
           (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()) AS owner,
           (SELECT string_agg(n, ' ' ORDER BY n) FROM unnest(ARRAY['Zoe', 'adam', 'Émile', 'Eva', 'bert']) AS n) AS sorted`,
      );
      return rows;
    });
    expect(shown).toEqual([
      {
        addresses: '127.0.0.1',
        logged: '0',
        isMore: false,
        owner: 'sallyport_owner',
        sorted: 'adam bert Émile Eva Zoe',
      },
    ]);
  });
});

describe('one keeper', () => {
  test('a second one is refused, with the process that has it and what to do', async () => {
    const { pid } = await startChild();
    const error: unknown = await start().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DataFolderInUse);
    expect(error).toMatchObject({ pid, message: expect.stringMatching(/Stop that one.*DATABASE_URL/) });
  });

  test('after its end by SIGKILL the next one takes the running server over, with everything in it', async () => {
    const { ownerUrl } = await startChild();
    await withClient(ownerUrl, (client) => client.query(`CREATE TABLE kept AS SELECT 'here' AS what`));
    if (child) await kill(child);
    const next = await start();
    expect(next.isReused).toBe(true);
    expect(await one(next.ownerUrl, 'SELECT what FROM kept')).toBe('here');
  });

  test('of two that start at the same moment one becomes keeper', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 2 }, () => startEmbedded({ dataDir: join(folder, 'data'), isForTests: true })),
    );
    const [first, ...others] = results.flatMap((result) =>
      result.status === 'fulfilled' ? [result.value] : [],
    );
    running = first;
    expect(others).toEqual([]);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(DataFolderInUse);
  });

  test('stopping gives the folder free; starting again finds what was there', async () => {
    const first = await start();
    await withClient(first.ownerUrl, (client) => client.query(`CREATE TABLE kept AS SELECT 'here' AS what`));
    await first.stop();
    await expect(one(first.ownerUrl, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const second = await start();
    expect(second.isReused).toBe(false);
    expect(await one(second.ownerUrl, 'SELECT what FROM kept')).toBe('here');
  });

  test('a server that dies is reported, and the next start recovers what was committed', async () => {
    let report: (error: Error) => void = () => undefined;
    const lost = new Promise<Error>((resolve) => {
      report = resolve;
    });
    const first = await start({ onLost: report, isForTests: false });
    await withClient(first.ownerUrl, (client) => client.query(`CREATE TABLE kept AS SELECT 'here' AS what`));
    const pid = Number(
      (await readFile(join(first.dataDir, 'cluster/data/postmaster.pid'), 'utf8')).split('\n')[0],
    );
    process.kill(pid, 'SIGKILL');
    expect((await lost).message).toMatch(/PostgreSQL stopped/);
    await first.stop();
    expect(await one((await start()).ownerUrl, 'SELECT what FROM kept')).toBe('here');
  });
});

describe('as root', () => {
  beforeEach(({ skip }) => {
    skip(
      process.getuid?.() !== 0,
      'started by an ordinary user: only root has to run PostgreSQL as somebody else',
    );
  });

  test('binaries below a closed folder are copied, owned by root, to where that account can walk', async () => {
    const runAs = await findRunAs();
    const closed = join(folder, 'closed');
    await mkdir(join(closed, 'native/bin'), { recursive: true });
    for (const program of ['postgres', 'initdb', 'pg_ctl'])
      await writeFile(join(closed, 'native/bin', program), '#!/bin/sh\n', { mode: 0o755 });
    const binaries = { nativeDir: join(closed, 'native'), version: '1' };
    expect(await reachableBinaries(binaries, runAs, [])).toEqual(binaries);
    await chmod(closed, 0o700);
    const copy = await reachableBinaries(binaries, runAs, [join(folder, 'root')]);
    expect(copy.nativeDir).toBe(join(folder, 'root/postgresql-1'));
    expect((await readdir(join(copy.nativeDir, 'bin'))).toSorted()).toEqual(['initdb', 'pg_ctl', 'postgres']);
    expect(await reachableBinaries(binaries, runAs, [join(folder, 'root')])).toEqual(copy);
    await expect(reachableBinaries(binaries, runAs, [])).rejects.toThrow(/cannot reach/);
  });

  test('a copy that somebody else could have changed is not trusted', async () => {
    const runAs = await findRunAs();
    const closed = join(folder, 'closed');
    await mkdir(join(closed, 'bin'), { recursive: true, mode: 0o700 });
    const root = join(folder, 'root');
    await mkdir(join(root, 'postgresql-1/bin'), { recursive: true });
    await writeFile(join(root, 'postgresql-1/bin/postgres'), '#!/bin/sh\n', { mode: 0o777 });
    await chmod(join(root, 'postgresql-1/bin/postgres'), 0o777);
    await chmod(closed, 0o700);
    await expect(reachableBinaries({ nativeDir: closed, version: '1' }, runAs, [root])).rejects.toThrow(
      /no copy could be made/,
    );
  });

  test('data below a closed folder goes elsewhere, always to the same place', async () => {
    const runAs = await findRunAs();
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const places = [
      await placeData(join(closed, 'data'), runAs, join(folder, 'lib')),
      await placeData(join(closed, 'data'), runAs, join(folder, 'lib')),
    ];
    expect(places[0]?.dataDir).toMatch(new RegExp(`^${join(folder, 'lib')}/data-[0-9a-f]{12}$`));
    expect(places[1]).toEqual(places[0]);
    expect((await placeData(join(folder, 'open'), runAs)).dataDir).toBe(join(folder, 'open'));
    expect(runAs && (await isReachable(join(closed, 'data'), runAs))).toBe(false);
  });
});

test('there are binaries for this platform', async () => {
  expect((await findBinaries()).version).toMatch(/^18\./);
});
