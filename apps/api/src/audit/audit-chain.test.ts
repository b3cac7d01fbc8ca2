import { appendAudit, createDatabase, type Database, inTransaction } from '@sallyport/db';
import { createTestDatabase, makeStaff, type TestDatabase } from '@sallyport/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeCheckpoint, verifyAudit } from '../admin/audit-chain.ts';
import { SEALS } from '../doors/testing/test-doors.ts';
import { Sealer } from '../secrets/sealer.ts';
import { inSettledTransaction } from '../trpc/settle.ts';
import { makeCheckpoint, sealEntries, type Transaction } from './seal-entries.ts';

const sealer = new Sealer(SEALS.STAFF);
let db: TestDatabase;
let jobs: Transaction;

beforeEach(async () => {
  db = await createTestDatabase();
  jobs = (work) => inSettledTransaction(db.jobs, { session: null, requestId: 'test' }, work);
});
afterEach(() => db[Symbol.asyncDispose]());

const entry = (reason: string) => ({
  door: 'SYSTEM' as const,
  action: 'session.listed' as const,
  outcome: 'ALLOWED' as const,
  actorId: null,
  sessionId: null,
  objectType: null,
  objectId: null,
  address: '192.0.2.1',
  requestId: 'test',
  reason,
  before: { name: 'é "quoted"', nested: { b: 1, a: [null, 2.5] } },
  after: null,
});

const write = (reason: string) =>
  inTransaction(db.staff, { session: null, requestId: 'test' }, (tx) => appendAudit(tx, [entry(reason)]));
/** On a connection of its own, and slowly: the number is drawn well before the entry is there. */
const writeAlone = async ({ pool }: Database, reason: string) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO audit_entry (door, action, outcome, request_id, reason) VALUES ('SYSTEM', 'session.listed', 'ALLOWED', 'test', $1)`,
      [reason],
    );
    await client.query('SELECT count(*) FROM audit_entry');
    await client.query('COMMIT');
  } finally {
    client.release();
  }
};
const writeSome = async (count: number) => {
  for (let n = 1; n <= count; n += 1) await write(`number ${n}`);
};
const sealOnce = () => sealEntries(jobs, sealer, { fromTheStart: true });
const countSeals = async (): Promise<number> => {
  const { rows } = await db.owner.query('SELECT count(*)::int AS count FROM audit_seal');
  return rows[0]?.count;
};
/** Until so many are sealed: transactions of other databases on this server hold a pass back too. */
const seal = (count: number) =>
  expect
    .poll(async () => {
      await sealOnce();
      return countSeals();
    })
    .toBe(count);
const verify = (checkpoint: string | null = null) => verifyAudit(db.staff, sealer, checkpoint);
const seqOf = async (reason: string): Promise<string> => {
  const { rows } = await db.owner.query('SELECT seq FROM audit_entry WHERE reason = $1', [reason]);
  return String(rows[0]?.seq);
};

/** What somebody can do who has the database itself: the triggers are no wall for its owner. */
const asIntruder = (sql: string, values: unknown[] = []) => forging(async (query) => query(sql, values));

async function forging(
  work: (query: (sql: string, values?: unknown[]) => Promise<unknown>) => Promise<unknown>,
) {
  for (const table of ['audit_entry', 'audit_seal', 'audit_checkpoint'])
    await db.owner.query(`ALTER TABLE ${table} DISABLE TRIGGER audit_append_only`);
  await work((sql, values) => db.owner.query(sql, values));
}

describe('L2 the chain of the audit log', () => {
  test('allows a log as it was written, however its values look, and counts its entries', async () => {
    await writeSome(5);
    await seal(5);
    expect(await verify()).toContain('whole: 5 entries');
  });

  test('holds with 64 writers at once and sealers at work among them', async () => {
    await using many = createDatabase({ url: db.staffUrl, poolSize: 64, connectTimeoutMs: 60_000 });
    let isWriting = true;
    const sealing = [1, 2].map(async () => {
      while (isWriting) await sealEntries(jobs, sealer, { fromTheStart: false });
    });
    await Promise.all(Array.from({ length: 64 }, (_, n) => writeAlone(many, `writer ${n}`)));
    isWriting = false;
    await Promise.all(sealing);
    await seal(64);
    expect(await verify()).toContain('whole: 64 entries');
  });

  test('does not seal above a transaction that still runs, and seals all of it afterwards', async () => {
    const client = await db.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        `INSERT INTO audit_entry (door, action, outcome, request_id, reason) VALUES ('SYSTEM', 'session.listed', 'ALLOWED', 'slow', 'slow')`,
      );
      await write('quick');
      await sealOnce();
      expect(await countSeals()).toBe(0);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    await seal(2);
    const { rows } = await db.owner.query(
      'SELECT e.reason FROM audit_seal s JOIN audit_entry e USING (seq) ORDER BY s.position',
    );
    expect(rows.map(({ reason }) => reason)).toEqual(['slow', 'quick']);
  });

  test('finds an entry that was edited, and names no other', async () => {
    await writeSome(5);
    await seal(5);
    await asIntruder(`UPDATE audit_entry SET outcome = 'REFUSED' WHERE reason = 'number 3'`);
    const problem = await verify().catch((error: Error) => error.message);
    expect(problem).toContain(`entry ${await seqOf('number 3')} is not what was written`);
    expect(problem).toContain('4 entries hold');
  });

  test('finds an entry that was deleted, with its seal and without', async () => {
    await writeSome(5);
    await seal(5);
    const [second, fourth] = [await seqOf('number 2'), await seqOf('number 4')];
    await asIntruder('DELETE FROM audit_entry WHERE seq = ANY ($1)', [[second, fourth]]);
    await asIntruder('DELETE FROM audit_seal WHERE seq = $1', [fourth]);
    const problem = await verify().catch((error: Error) => error.message);
    expect(problem).toContain(`entry ${second} was removed`);
    expect(problem).toContain('seals 4 to 4 are missing');
  });

  test('finds a deletion that was covered by closing the gap', async () => {
    await writeSome(5);
    await seal(5);
    const [third, fourth] = [await seqOf('number 3'), await seqOf('number 4')];
    await forging(async (query) => {
      await query('DELETE FROM audit_entry WHERE seq = $1', [third]);
      await query('DELETE FROM audit_seal WHERE seq = $1', [third]);
      await query('UPDATE audit_seal SET position = position - 1 WHERE position = 4');
      await query('UPDATE audit_seal SET position = position - 1 WHERE position = 5');
    });
    const problem = await verify().catch((error: Error) => error.message);
    expect(problem).toContain(`entry ${fourth} is not what was written, or stands in another place`);
  });

  test('finds two entries that were exchanged', async () => {
    await writeSome(4);
    await seal(4);
    const [second, third] = [await seqOf('number 2'), await seqOf('number 3')];
    await asIntruder(
      `UPDATE audit_entry SET reason = CASE seq WHEN $1 THEN 'number 3' ELSE 'number 2' END WHERE seq IN ($1, $2)`,
      [second, third],
    );
    const problem = await verify().catch((error: Error) => error.message);
    expect(problem).toContain(`entry ${second} is not`);
    expect(problem).toContain(`entry ${third} is not`);
  });

  test('finds an entry that was put between two others', async () => {
    await writeSome(2);
    await db.owner.query(`SELECT setval(pg_get_serial_sequence('audit_entry', 'seq'), 100)`);
    await write('after the gap');
    await seal(3);
    await asIntruder(
      `INSERT INTO audit_entry (seq, at, door, action, outcome, request_id) OVERRIDING SYSTEM VALUE
       VALUES (50, app.now() - interval '1 day', 'STAFF', 'session.listed', 'ALLOWED', 'forged')`,
    );
    await expect(verify()).rejects.toThrow('entry 50 was inserted past Sallyport');
  });

  test('finds a cut tail against a checkpoint that was kept elsewhere, and without one it cannot', async () => {
    await writeSome(5);
    await seal(5);
    const checkpoint = await takeCheckpoint(db.staff, sealer);
    expect(await verify(checkpoint)).toContain('whole');
    await asIntruder('DELETE FROM audit_entry WHERE seq IN (SELECT seq FROM audit_seal WHERE position > 3)');
    await asIntruder('DELETE FROM audit_seal WHERE position > 3');
    await expect(verify(checkpoint)).rejects.toThrow(/ends at seal 3; seal 5 was there/);
    // Nothing inside tells: the docs say so.
    await asIntruder(`DELETE FROM audit_entry WHERE action = 'audit.verified'`);
    expect(await verify()).toContain('whole: 3 entries');
  });

  test('finds an older copy that went on, against a checkpoint inside and outside', async () => {
    await writeSome(3);
    await seal(3);
    const checkpoint = await takeCheckpoint(db.staff, sealer);
    await jobs((tx) => makeCheckpoint(tx, sealer, 0n));
    const last = await seqOf('number 3');
    await asIntruder('DELETE FROM audit_entry WHERE seq = $1', [last]);
    await asIntruder('DELETE FROM audit_seal WHERE seq = $1', [last]);
    await write('written instead');
    await seal(3);
    const problem = await verify(checkpoint).catch((error: Error) => error.message);
    expect(problem.match(/seal 3 is not the one of the checkpoint/g)).toHaveLength(2);
  });

  test('refuses a checkpoint of another installation, and a line that is none', async () => {
    await writeSome(1);
    await seal(1);
    const checkpoint = await takeCheckpoint(db.staff, sealer);
    const forged = checkpoint.replace(/[^.]{10}$/, 'AAAAAAAAAA');
    await expect(verify(forged)).rejects.toThrow(/was not signed by this installation/);
    await expect(verify('some words')).rejects.toThrow(/NUMBER\.TAG\.SIGNATURE/);
  });

  test('says that nothing is sealed yet, and that what was just written waits', async () => {
    await expect(verify()).rejects.toThrow(/Nothing is sealed yet/);
    await writeSome(1);
    await seal(1);
    await write('just now');
    expect(await verify()).toContain('1 more wait');
  });

  test('is out of reach of every door: none can write, change or remove a seal', async () => {
    await writeSome(1);
    await seal(1);
    const account = await makeStaff(db);
    expect(account.id).toBeTruthy();
    for (const [role, database] of [
      ['staff', db.staff],
      ['portal', db.portal],
    ] as const) {
      const attack = (sql: string) => database.pool.query(sql);
      for (const sql of [
        `INSERT INTO audit_seal (position, seq, tag) VALUES (9, 9, decode(repeat('00', 32), 'hex'))`,
        'UPDATE audit_seal SET seq = 9',
        'DELETE FROM audit_seal',
        'DELETE FROM audit_entry',
      ])
        await expect(attack(sql), `${role}: ${sql}`).rejects.toThrow(/permission denied/);
    }
    await expect(db.jobs.pool.query('DELETE FROM audit_seal')).rejects.toThrow(/permission denied/);
    expect(await verify()).toContain('whole: 1 entries');
  });

  test('a key that was moved from elsewhere opens nothing', async () => {
    await writeSome(1);
    await seal(1);
    const other = new Sealer(SEALS.CUSTOMER);
    await expect(verifyAudit(db.staff, other, null)).rejects.toThrow(/sealed value/);
  });
});
