import {
  completeSetup,
  createTestDatabase,
  makePasskey,
  makeStaff,
  type TestAccount,
  type TestDatabase,
} from '@sallyport/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockAdmins } from './admins.ts';
import { constraintOf } from './database-error.ts';
import { inTransaction } from './transaction.ts';

let db: TestDatabase;
let admin: TestAccount;

beforeEach(async () => {
  db = await createTestDatabase();
  admin = await completeSetup(db);
});
afterEach(() => db[Symbol.asyncDispose]());

async function refusal(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => constraintOf(error),
  );
}

const change = (id: string, data: object) =>
  inTransaction(db.staff, { session: null, requestId: 'x' }, (tx) =>
    tx.account.update({ where: { id }, data, select: { id: true } }),
  );

const RULE = 'at_least_one_usable_admin';

describe('A5 the last usable Admin stays', () => {
  const removals: Record<string, object> = {
    demotion: { isAdmin: false },
    deactivation: { status: 'INACTIVE' },
    suspension: { suspendedAt: new Date() },
  };
  for (const [name, data] of Object.entries(removals)) {
    test(`${name} is refused for the last and allowed for one of two`, async () => {
      expect(await refusal(change(admin.id, data))).toBe(RULE);
      await makeStaff(db, { isAdmin: true });
      expect(await refusal(change(admin.id, data))).toBeNull();
    });
  }

  test('deletion, and the loss of the password, are refused too', async () => {
    expect(await refusal(db.owner.query('DELETE FROM account WHERE id = $1', [admin.id]))).toBe(RULE);
    expect(await refusal(db.owner.query('DELETE FROM credential WHERE account_id = $1', [admin.id]))).toBe(
      RULE,
    );
  });

  test('an Admin without a password, or not yet active, does not count', async () => {
    await makeStaff(db, { isAdmin: true, password: null });
    await makeStaff(db, { isAdmin: true, status: 'INVITED' });
    expect(await refusal(change(admin.id, { isAdmin: false }))).toBe(RULE);
  });

  test('an Admin with a passkey and no password counts; losing that passkey is refused for the last', async () => {
    const other = await makeStaff(db, { isAdmin: true, password: null });
    const { id } = await makePasskey(db, other);
    expect(await refusal(change(admin.id, { isAdmin: false }))).toBeNull();
    expect(await refusal(db.owner.query('DELETE FROM passkey WHERE id = $1', [id]))).toBe(RULE);
    await makeStaff(db, { isAdmin: true });
    expect(await refusal(db.owner.query('DELETE FROM passkey WHERE id = $1', [id]))).toBeNull();
  });

  test('a password that does not count any more keeps nobody: passkeys alone need a passkey', async () => {
    expect(await refusal(change(admin.id, { isPasskeyOnly: true }))).toBe(RULE);
    await makePasskey(db, admin);
    expect(await refusal(change(admin.id, { isPasskeyOnly: true }))).toBeNull();
  });

  test('all at once is refused, whatever the order of the statements', async () => {
    await makeStaff(db, { isAdmin: true });
    expect(await refusal(db.owner.query('UPDATE account SET is_admin = false'))).toBe(RULE);
  });

  test('within one transaction only the end counts: handing over is allowed', async () => {
    const next = await makeStaff(db);
    const handOver = inTransaction(db.staff, { session: null, requestId: 'x' }, async (tx) => {
      await tx.account.update({ where: { id: admin.id }, data: { isAdmin: false } });
      await tx.account.update({ where: { id: next.id }, data: { isAdmin: true } });
    });
    expect(await refusal(handOver)).toBeNull();
  });

  test('of two that demote each other at the same moment, one is refused', async () => {
    const other = await makeStaff(db, { isAdmin: true });
    // Both have written before either commits: the rule must see what the other one did.
    let arrived = 0;
    let open: () => void = () => undefined;
    const bothWrote = new Promise<void>((resolve) => {
      open = resolve;
    });
    const demote = (id: string) =>
      inTransaction(db.staff, { session: null, requestId: 'x' }, async (tx) => {
        await tx.account.update({ where: { id }, data: { isAdmin: false } });
        arrived += 1;
        if (arrived === 2) open();
        await bothWrote;
      });
    const results = await Promise.all([refusal(demote(admin.id)), refusal(demote(other.id))]);
    expect(results.toSorted()).toEqual([RULE, null]);
    const { rows } = await db.owner.query('SELECT count(*)::int AS n FROM account WHERE is_admin');
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('a transaction with an older view is refused rather than believed', async () => {
    await makeStaff(db, { isAdmin: true });
    const client = await db.owner.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      await client.query('UPDATE account SET is_admin = false WHERE id = $1', [admin.id]);
      await expect(client.query('COMMIT')).rejects.toMatchObject({ constraint: 'admin_change_isolation' });
    } finally {
      client.release();
    }
  });

  test('the lock may be taken first, and signing in takes none', async () => {
    await inTransaction(db.staff, { session: null, requestId: 'x' }, async (tx) => {
      await lockAdmins(tx);
      await expect(
        db.owner.query('UPDATE account SET last_sign_in_at = app.now() WHERE id = $1', [admin.id]),
      ).resolves.toBeDefined();
    });
  });
});

test('A5 the set-up is not complete without a usable Admin; before that anything goes', async () => {
  await using fresh = await createTestDatabase();
  expect(await refusal(fresh.owner.query('UPDATE installation SET setup_completed_at = app.now()'))).toBe(
    RULE,
  );
  const first = await makeStaff(fresh, { isAdmin: true });
  await fresh.owner.query('UPDATE account SET is_admin = false WHERE id = $1', [first.id]);
});
