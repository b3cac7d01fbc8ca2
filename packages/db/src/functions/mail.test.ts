import { createTestDatabase, makeCustomer, makeStaff, type TestDatabase } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../client.ts';
import { constraintOf } from '../database-error.ts';
import { inTransaction } from '../transaction.ts';
import { insertMail, isMailServerSet } from './mail.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

const asDoor = <Result>(door: Database, work: Parameters<typeof inTransaction<Result>>[2]) =>
  inTransaction(door, { session: null, requestId: 'test' }, work);

function mail(accountId: string, kind = 'password-changed') {
  const [sealed, notMeHash] = [new Uint8Array(64), crypto.getRandomValues(new Uint8Array(32))];
  return { id: crypto.randomUUID(), kind, accountId, sealed, notMeHash };
}

const waiting = async (accountId: string) =>
  (await db.owner.query('SELECT door, kind, recipient FROM mail WHERE account_id = $1', [accountId])).rows;

describe('the outbox', () => {
  test('takes a mail, its job and its link "This was not me" together, or none of them', async () => {
    const account = await makeStaff(db);
    const one = mail(account.id);
    await expect(
      asDoor(db.staff, async (tx) => {
        await insertMail(tx, 'STAFF', one, null);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await waiting(account.id)).toEqual([]);

    expect(await asDoor(db.staff, (tx) => insertMail(tx, 'STAFF', one, null))).toBe(true);
    expect(await waiting(account.id)).toEqual([
      { door: 'STAFF', kind: 'password-changed', recipient: account.email },
    ]);
    const { rows: links } = await db.owner.query(
      `SELECT purpose, expires_at - created_at AS life FROM one_time_link WHERE account_id = $1`,
      [account.id],
    );
    expect(links).toMatchObject([{ purpose: 'NOT_ME', life: { days: 7 } }]);
    const { rows: jobs } = await db.owner.query(
      `SELECT payload->>'mailId' AS id FROM graphile_worker._private_jobs WHERE payload->>'mailId' = $1`,
      [one.id],
    );
    expect(jobs).toEqual([{ id: one.id }]);
  });

  test('goes to the address of its moment, which stays when the account’s changes', async () => {
    const account = await makeStaff(db);
    await asDoor(db.staff, (tx) => insertMail(tx, 'STAFF', mail(account.id), null));
    await db.owner.query(`UPDATE account SET email = 'new-' || email WHERE id = $1`, [account.id]);
    await asDoor(db.staff, (tx) => insertMail(tx, 'STAFF', mail(account.id), 'third@example.test'));
    expect((await waiting(account.id)).map((row) => row.recipient)).toEqual([
      account.email,
      'third@example.test',
    ]);
  });

  test('the portal writes a few kinds to customers, twenty an hour, and nothing to staff', async () => {
    const [customer, staff] = [await makeCustomer(db), await makeStaff(db)];
    const send = (accountId: string, kind?: string) =>
      asDoor(db.portal, (tx) => insertMail(tx, 'CUSTOMER', mail(accountId, kind), null));
    expect(await send(staff.id)).toBe(false);
    const refused = await send(customer.id, 'invitation').catch(constraintOf);
    expect(refused).toBe('mail_kind_of_portal');
    for (let sent = 0; sent < 20; sent += 1) expect(await send(customer.id)).toBe(true);
    expect(await send(customer.id)).toBe(false);
    expect(await waiting(customer.id)).toHaveLength(20);
  });

  test('a door knows whether a server is set, and the portal nothing else of it', async () => {
    const ask = () =>
      Promise.all([
        asDoor(db.staff, (tx) => isMailServerSet(tx, 'STAFF')),
        asDoor(db.portal, (tx) => isMailServerSet(tx, 'CUSTOMER')),
      ]);
    expect(await ask()).toEqual([false, false]);
    await db.owner.query(`INSERT INTO mail_setting (host, port, security, authentication, from_address)
      VALUES ('localhost', 25, 'NONE', 'NONE', 'a@example.test')`);
    expect(await ask()).toEqual([true, true]);
  });
});
