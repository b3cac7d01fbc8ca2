import { createTestDatabase, makeCompany, type TestDatabase } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase } from './client.ts';
import { constraintOf, isSerializationOrDeadlock, sqlStateOf } from './database-error.ts';
import { inTransaction } from './transaction.ts';

let db: TestDatabase;
const CONTEXT = { session: null, requestId: 'request-1' };

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

const exists = async (name: string) =>
  (await db.owner.query('SELECT 1 FROM company WHERE name = $1', [name])).rowCount === 1;

describe('a transaction', () => {
  test('commits what a resolved function wrote', async () => {
    const written = await inTransaction(db.staff, CONTEXT, (tx) =>
      tx.company.create({ data: { kind: 'EXTERNAL', name: 'Kept' } }),
    );
    expect(written.createdAt).toBeInstanceOf(Date);
    expect(await exists('Kept')).toBe(true);
  });

  test('rolls back what a rejected function wrote, and passes the very error on', async () => {
    const reason = new Error('mine');
    const work = inTransaction(db.staff, CONTEXT, async (tx) => {
      await tx.company.create({ data: { kind: 'EXTERNAL', name: 'Gone' } });
      throw reason;
    });
    await expect(work).rejects.toBe(reason);
    expect(await exists('Gone')).toBe(false);
  });

  test('sets the context for itself alone, under READ COMMITTED, with a statement timeout', async () => {
    type Settings = { session: string; request: string; timeout: string; level: string }[];
    const read = `SELECT coalesce(current_setting('app.session', true), '') AS session, coalesce(current_setting('app.request_id', true), '') AS request,
      current_setting('statement_timeout') AS timeout, current_setting('transaction_isolation') AS level`;
    await using one = createDatabase({ url: db.staffUrl, poolSize: 1, statementTimeoutMs: 1234 });
    const inside = await inTransaction(one, { session: 's3cret', requestId: 'r' }, (tx) =>
      tx.$queryRawUnsafe<Settings>(read),
    );
    expect(inside).toEqual([{ session: 's3cret', request: 'r', timeout: '1234ms', level: 'read committed' }]);
    expect(await one.prisma.$queryRawUnsafe<Settings>(read)).toMatchObject([
      { session: '', request: '', timeout: '0' },
    ]);
  });

  test('ends a statement that takes too long', async () => {
    await using hasty = createDatabase({ url: db.staffUrl, statementTimeoutMs: 50 });
    const error = await inTransaction(hasty, CONTEXT, (tx) => tx.$queryRaw`SELECT pg_sleep(30)::text`).catch(
      (caught: unknown) => caught,
    );
    expect(sqlStateOf(error)).toBe('57014');
  });

  test('gives its connection back after every kind of end', async () => {
    await using one = createDatabase({ url: db.staffUrl, poolSize: 1, connectTimeoutMs: 2_000 });
    for (let n = 0; n < 5; n++) {
      await inTransaction(one, CONTEXT, () => Promise.reject(new Error('no'))).catch(() => undefined);
      await inTransaction(one, CONTEXT, (tx) => tx.$executeRaw`SELECT broken`).catch(() => undefined);
      // Fails at COMMIT: there is no Admin yet.
      const late = inTransaction(one, CONTEXT, (tx) =>
        tx.installation.updateMany({ data: { setupCompletedAt: new Date() } }),
      );
      expect(await late.catch(constraintOf)).toBe('at_least_one_usable_admin');
    }
    expect(await inTransaction(one, CONTEXT, (tx) => tx.company.count())).toBeGreaterThan(0);
  });

  test('costs no counted statement of its own', async () => {
    const before = db.statements.length;
    await inTransaction(db.staff, CONTEXT, (tx) => tx.company.count());
    expect(db.statements.length - before).toBe(1);
  });
});

describe('constraintOf names what refused', () => {
  test('a unique index, a CHECK, a foreign key, a trigger; in Prisma, raw and bare', async () => {
    const company = await makeCompany(db);
    const errors: Record<string, () => Promise<unknown>> = {
      company_one_internal: () =>
        inTransaction(db.staff, CONTEXT, (tx) =>
          tx.company.create({ data: { kind: 'INTERNAL', name: 'X' } }),
        ),
      company_kind_known: () =>
        inTransaction(db.staff, CONTEXT, (tx) => tx.company.create({ data: { kind: 'OTHER', name: 'X' } })),
      company_name_length: () =>
        inTransaction(
          db.staff,
          CONTEXT,
          (tx) => tx.$executeRaw`UPDATE company SET name = '' WHERE id = ${company.id}::uuid`,
        ),
      company_kind_immutable: () =>
        db.staff.prisma.company.update({
          where: { id: company.id },
          data: { kind: 'INTERNAL' },
        }),
      identity_account_id_fkey: () =>
        inTransaction(db.staff, CONTEXT, (tx) =>
          tx.identity.create({ data: { accountId: company.id, provider: 'p', subject: 's' } }),
        ),
      installation_is_one: () => db.owner.query('INSERT INTO installation (id) VALUES (3)'),
    };
    for (const [name, work] of Object.entries(errors)) {
      expect(constraintOf(await work().catch((caught: unknown) => caught))).toBe(name);
    }
  });

  test('nothing for other errors', () => {
    for (const error of [null, undefined, 'text', new Error('x'), { code: 'P2025', meta: {} }]) {
      expect([constraintOf(error), sqlStateOf(error), isSerializationOrDeadlock(error)]).toEqual([
        null,
        null,
        false,
      ]);
    }
  });

  test('a lost race is told apart', async () => {
    const [first, second] = [await makeCompany(db), await makeCompany(db)];
    let waiting = 0;
    let go: () => void = () => undefined;
    const bothLocked = new Promise<void>((resolve) => {
      go = resolve;
    });
    const cross = (a: string, b: string) =>
      inTransaction(db.staff, CONTEXT, async (tx) => {
        await tx.company.update({ where: { id: a }, data: { version: 2 } });
        waiting += 1;
        if (waiting === 2) go();
        await bothLocked;
        await tx.company.update({ where: { id: b }, data: { version: 2 } });
      });
    const results = await Promise.allSettled([cross(first.id, second.id), cross(second.id, first.id)]);
    const [lost] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(isSerializationOrDeadlock(lost)).toBe(true);
  });
});

test('S3 secrets are left out of what a query returns unless it asks for them', async () => {
  const [link] = await inTransaction(db.staff, CONTEXT, async (tx) => [
    await tx.oneTimeLink.create({
      data: { secretHash: new Uint8Array(32), purpose: 'SETUP', expiresAt: new Date() },
    }),
  ]);
  expect(Object.keys(link ?? {})).not.toContain('secretHash');
});

describe('a pool whose connections are all in use', () => {
  test('refuses those who wait too long, and serves again as soon as one is free', async () => {
    await using narrow = createDatabase({ url: db.staffUrl, poolSize: 1, connectTimeoutMs: 200 });
    const held = await narrow.pool.connect();
    const waiting = Array.from({ length: 3 }, () =>
      inTransaction(narrow, CONTEXT, async (tx) => tx.company.count()),
    );
    for (const { status } of await Promise.allSettled(waiting)) expect(status).toBe('rejected');
    held.release();
    for (let again = 0; again < 3; again += 1) {
      expect(await inTransaction(narrow, CONTEXT, async (tx) => tx.company.count())).toBeGreaterThanOrEqual(
        0,
      );
    }
    expect(narrow.pool.waitingCount).toBe(0);
  });
});
