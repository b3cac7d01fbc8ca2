import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tx } from '@sallyport/db';
import { createTestDatabase, makeClient, makeProject, type TestDatabase } from '@sallyport/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inSettledTransaction } from '../trpc/settle.ts';
import { TamperedFileError } from './cipher.ts';
import { type FileFacts, FileStore } from './file-store.ts';
import { sweepFiles } from './sweep-files.ts';

const KEYS = { INSIDE: randomBytes(32), PORTAL: randomBytes(32) };
const DAY_MS = 86_400_000;

let db: TestDatabase;
let folder: string;
let files: FileStore;
let facts: FileFacts;

beforeEach(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'sallyport-store-'));
  files = new FileStore({ folder, keys: KEYS });
  const project = await makeProject(db);
  facts = {
    companyId: project.companyId,
    projectId: project.id,
    kind: 'EVIDENCE',
    name: 'shot.png',
    mediaType: 'image/png',
    createdById: null,
  };
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await db[Symbol.asyncDispose]();
});

const inTx = <Result>(work: (tx: Tx) => Promise<Result>) =>
  inSettledTransaction(db.staff, { session: null, requestId: 'test' }, work);
const put = (bytes: Buffer, more: Partial<FileFacts> = {}) =>
  inTx(async (tx) => (await files.put(tx, { ...facts, ...more }, bytes)).fileId);
const read = (fileId: string, store: 'INSIDE' | 'PORTAL' = 'INSIDE', from = files) =>
  inTx((tx) => from.open(tx, fileId, store)).then((open) => open.read());

/** Every file below the folder, as paths. */
async function onDisk(): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
const rowCount = async () =>
  (await db.owner.query<{ count: number }>('SELECT count(*)::int AS count FROM stored_file')).rows[0]?.count;

describe('files of projects', () => {
  test('come back as they were put, and lie on the disk encrypted and private', async () => {
    const bytes = randomBytes(200_000);
    const fileId = await put(bytes);
    expect((await read(fileId)).equals(bytes)).toBe(true);
    const [path = ''] = await onDisk();
    expect((await readFile(path)).includes(bytes.subarray(0, 64))).toBe(false);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'inside/quarantine'))).mode & 0o777).toBe(0o700);
    expect(path).not.toContain('quarantine');
  });

  test('share the data key of their project and not that of another company', async () => {
    await put(Buffer.from('one'));
    await put(Buffer.from('two'));
    const client = await makeClient(db);
    await put(Buffer.from('logo'), { kind: 'LOGO', companyId: client.id, projectId: null });
    const { rows } = await db.owner.query('SELECT company_id, project_id, store FROM file_key');
    expect(rows).toHaveLength(2);
  });

  test('take two statements and a query more at first use to be put, one to be opened', async () => {
    await put(Buffer.from('first'));
    db.statements.length = 0;
    const fileId = await put(Buffer.from('second'));
    expect(db.statements.filter((sql) => /stored_file|file_key/.test(sql))).toHaveLength(2);
    db.statements.length = 0;
    await read(fileId);
    expect(db.statements.filter((sql) => /stored_file|file_key/.test(sql))).toHaveLength(1);
  });

  test('are unreadable once the data key of their project is destroyed', async () => {
    const fileId = await put(Buffer.from('purged'));
    await db.owner.query('DELETE FROM file_key');
    await expect(read(fileId)).rejects.toThrow(/no file/);
  });

  test('leave nothing when the transaction is rolled back', async () => {
    const failed = inTx(async (tx) => {
      await files.put(tx, facts, Buffer.from('never'));
      throw new Error('refused');
    });
    await expect(failed).rejects.toThrow('refused');
    expect(await onDisk()).toEqual([]);
    expect(await rowCount()).toBe(0);
  });

  test('leave nothing when their stream breaks off', async () => {
    async function* broken() {
      yield randomBytes(100_000);
      throw new Error('connection lost');
    }
    await expect(files.stage(broken())).rejects.toThrow('connection lost');
    expect(await onDisk()).toEqual([]);
  });

  test('staged and discarded leave nothing; staged and put stay, whatever is discarded later', async () => {
    await (await files.stage(Buffer.from('no'))).discard();
    expect(await onDisk()).toEqual([]);
    const staged = await files.stage(Buffer.from('yes'));
    const { fileId } = await inTx((tx) => files.put(tx, facts, staged));
    await staged.discard();
    expect((await read(fileId)).toString()).toBe('yes');
  });

  test('are removed from both stores, and stay when that is rolled back', async () => {
    const fileId = await put(Buffer.from('gone'));
    await inTx((tx) => files.publishFile(tx, fileId));
    await expect(
      inTx(async (tx) => {
        await files.remove(tx, fileId);
        throw new Error('refused');
      }),
    ).rejects.toThrow();
    expect((await read(fileId, 'PORTAL')).toString()).toBe('gone');
    await inTx((tx) => files.remove(tx, fileId));
    expect(await onDisk()).toEqual([]);
    expect(await rowCount()).toBe(0);
  });
});

describe('tampering is seen', () => {
  test('a truncated, a changed and an exchanged file are refused', async () => {
    const [first, second] = [await put(randomBytes(150_000)), await put(randomBytes(150_000))];
    const pathOf = async (id: string) => (await onDisk()).find((path) => path.endsWith(id)) ?? '';
    const [one, two] = [await pathOf(first), await pathOf(second)];
    const [bytes, others] = [await readFile(one), await readFile(two)];

    await writeFile(one, bytes.subarray(0, -1));
    await expect(read(first)).rejects.toBeInstanceOf(TamperedFileError);
    await writeFile(one, bytes.subarray(0, 64 + 65_552));
    await expect(read(first)).rejects.toBeInstanceOf(TamperedFileError);
    const changed = Buffer.from(bytes);
    changed[90] = (changed[90] ?? 0) ^ 1;
    await writeFile(one, changed);
    await expect(read(first)).rejects.toBeInstanceOf(TamperedFileError);
    await writeFile(one, others);
    await expect(read(first)).rejects.toBeInstanceOf(TamperedFileError);
    await writeFile(one, bytes);
    expect(await read(first)).toHaveLength(150_000);
  });

  test('a data key moved to another project is refused', async () => {
    const fileId = await put(Buffer.from('mine'));
    const other = await makeProject(db);
    await put(Buffer.from('theirs'), { companyId: other.companyId, projectId: other.id });
    await db.owner.query(
      `UPDATE file_key SET wrapped = (SELECT wrapped FROM file_key WHERE project_id = $1) WHERE project_id = $2`,
      [other.id, facts.projectId],
    );
    await expect(read(fileId)).rejects.toBeInstanceOf(TamperedFileError);
  });
});

describe('the two stores', () => {
  test('publishing copies under other keys, once; withdrawing removes the copy', async () => {
    const fileId = await put(Buffer.from('for customers'));
    await expect(read(fileId, 'PORTAL')).rejects.toThrow(/no file/);
    await inTx((tx) => files.publishFile(tx, fileId));
    await inTx((tx) => files.publishFile(tx, fileId));
    expect((await read(fileId, 'PORTAL')).toString()).toBe('for customers');
    expect((await onDisk()).filter((path) => path.includes('/portal/'))).toHaveLength(1);
    await inTx((tx) => files.withdrawFile(tx, fileId));
    await expect(read(fileId, 'PORTAL')).rejects.toThrow();
    expect((await onDisk()).filter((path) => path.includes('/portal/'))).toEqual([]);
    expect((await read(fileId)).toString()).toBe('for customers');
  });

  test('a portal process opens what was published and cannot open the inside store', async () => {
    const fileId = await put(Buffer.from('for customers'));
    await inTx((tx) => files.publishFile(tx, fileId));
    const portal = new FileStore({ folder, keys: { INSIDE: null, PORTAL: KEYS.PORTAL } });
    expect((await read(fileId, 'PORTAL', portal)).toString()).toBe('for customers');
    await expect(read(fileId, 'INSIDE', portal)).rejects.toThrow(/no key for the store INSIDE/);
    const guessing = new FileStore({ folder, keys: { INSIDE: KEYS.PORTAL, PORTAL: KEYS.PORTAL } });
    await expect(read(fileId, 'INSIDE', guessing)).rejects.toBeInstanceOf(TamperedFileError);
  });
});

describe('what a killed process leaves', () => {
  test('is put right: files with a row leave quarantine, bytes without one go after a day', async () => {
    const fileId = await put(Buffer.from('committed'));
    const [path = ''] = await onDisk();
    const inQuarantine = join(folder, 'inside/quarantine', fileId);
    await writeFile(inQuarantine, await readFile(path));
    await rm(path);
    const orphan = await files.stage(Buffer.from('orphan'));
    expect((await read(fileId)).toString()).toBe('committed');

    expect(await sweepFiles(inTx, files)).toEqual({ moved: 0, removed: 0 });
    const later = new Date(Date.now() - 2 * DAY_MS);
    await utimes(inQuarantine, later, later);
    await utimes(join(folder, 'inside/quarantine', orphan.fileId), later, later);
    expect(await sweepFiles(inTx, files)).toEqual({ moved: 1, removed: 1 });
    expect(await onDisk()).toEqual([path]);
    expect((await read(fileId)).toString()).toBe('committed');
  });
});
