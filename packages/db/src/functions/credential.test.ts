import {
  createTestDatabase,
  makeCustomer,
  makeInvitation,
  makeSession,
  makeSetupLink,
  makeStaff,
  type TestAccount,
  type TestDatabase,
  type TestSession,
  testPassword,
} from '@sallyport/testing';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asDoor, auditOf, newSecret, signIn, wrongTag } from '../test-support/doors.ts';
import { acceptInvitation, changePassword, myCredential } from './credential.ts';
import { readStaffSession } from './session.ts';
import { beginConfirmation, confirmIdentity } from './sign-in.ts';

let db: TestDatabase;
let host = 0;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

function freshAddress(): string {
  host += 1;
  return `203.0.113.${host}`;
}

function accept(audience: 'STAFF' | 'CUSTOMER', linkSecret: string, password = testPassword()) {
  const input = {
    linkSecret,
    displayName: 'Robin Field',
    credential: password,
    sessionId: uuidv7(),
    secret: newSecret(),
    address: freshAddress(),
    userAgent: null,
    requestId: 'r',
  };
  return asDoor(db, audience, null, (tx) => acceptInvitation(tx, audience, input));
}

describe('S10 accepting an invitation', () => {
  test('sets password and name, activates the account, bumps the epoch, opens one session', async () => {
    const invited = await makeStaff(db, { status: 'INVITED' });
    const { secret } = await makeInvitation(db, invited);
    const password = testPassword();
    expect(await accept('STAFF', secret, password)).toBe(invited.id);
    const { rows } = await db.owner.query(
      'SELECT status, display_name, auth_epoch, activated_at IS NOT NULL AS "isActivated" FROM account WHERE id = $1',
      [invited.id],
    );
    expect(rows).toEqual([
      { status: 'ACTIVE', display_name: 'Robin Field', auth_epoch: 2, isActivated: true },
    ]);
    const { rows: sessions } = await db.owner.query('SELECT 1 FROM session WHERE account_id = $1', [
      invited.id,
    ]);
    expect(sessions).toHaveLength(1);
    expect((await signIn(db, { ...invited, password })).accountId).toBe(invited.id);
  });

  test('exactly one of 20 simultaneous callers consumes a link', async () => {
    const invited = await makeCustomer(db, { status: 'INVITED' });
    const { secret } = await makeInvitation(db, invited);
    const results = await Promise.all(Array.from({ length: 20 }, () => accept('CUSTOMER', secret)));
    expect(results.filter((accountId) => accountId === invited.id)).toHaveLength(1);
    expect((await auditOf(db, invited.id)).map((line) => line.action)).toEqual(['invitation.accepted']);
  });

  test('two links of one account open it once, also at the same moment', async () => {
    const invited = await makeStaff(db, { status: 'INVITED' });
    const links = await Promise.all([makeInvitation(db, invited), makeInvitation(db, invited)]);
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, n) => accept('STAFF', links[n % 2]?.secret ?? '')),
    );
    expect(results.filter((accountId) => accountId !== null)).toHaveLength(1);
  });

  test('refuses what is unknown, used, expired, of the other door, of another purpose, or no longer invited', async () => {
    const invited = await makeStaff(db, { status: 'INVITED' });
    const expired = await makeInvitation(db, invited, { expiresAt: new Date(Date.now() - 1000) });
    const open = await makeInvitation(db, invited);
    const setup = await makeSetupLink(db);
    const closed = await makeStaff(db, { status: 'INVITED', invitationEndsAt: new Date(Date.now() - 1000) });
    const inactive = await makeStaff(db, { status: 'INACTIVE' });
    const refused = [
      accept('STAFF', newSecret()),
      accept('STAFF', expired.secret),
      accept('CUSTOMER', open.secret),
      accept('STAFF', setup.secret),
      accept('STAFF', (await makeInvitation(db, closed)).secret),
      accept('STAFF', (await makeInvitation(db, inactive)).secret),
    ];
    expect(await Promise.all(refused)).toEqual([null, null, null, null, null, null]);
    expect(await accept('STAFF', open.secret)).toBe(invited.id);
    expect(await accept('STAFF', open.secret)).toBeNull();
  });
});

async function confirm(account: TestAccount, session: TestSession, tag?: Uint8Array<ArrayBuffer>) {
  const attempt = await asDoor(db, 'STAFF', session.secret, (tx) =>
    beginConfirmation(tx, 'STAFF', { address: '198.51.100.9' }),
  );
  const newSession = { id: uuidv7(), secret: newSecret() };
  const input = {
    attemptId: attempt?.attemptId ?? uuidv7(),
    tag: tag ?? account.password?.tag ?? wrongTag(),
    newSessionId: newSession.id,
    newSecret: newSession.secret,
    userAgent: null,
    requestId: 'r',
  };
  const isConfirmed = await asDoor(db, 'STAFF', session.secret, (tx) => confirmIdentity(tx, 'STAFF', input));
  return { attempt, isConfirmed, newSession };
}

const readSession = (secret: string) => asDoor(db, 'STAFF', null, (tx) => readStaffSession(tx, secret));

describe('S8 confirming identity', () => {
  test('replaces the session by a confirmed one that ends when the old one would have', async () => {
    const account = await makeStaff(db);
    const session = await makeSession(db, account);
    const before = await readSession(session.secret);
    const { isConfirmed, newSession } = await confirm(account, session);
    expect(isConfirmed).toBe(true);
    expect(await readSession(session.secret)).toBeNull();
    const after = await readSession(newSession.secret);
    expect(after?.session.absoluteEndsAt).toEqual(before?.session.absoluteEndsAt);
    const { confirmedAt, confirmedUntil } = after?.session ?? {};
    expect((confirmedUntil?.getTime() ?? 0) - (confirmedAt?.getTime() ?? 0)).toBe(600_000);
  });

  test('a wrong password changes nothing, is recorded, and is counted like a sign-in', async () => {
    const account = await makeStaff(db);
    const session = await makeSession(db, account);
    for (let n = 0; n < 5; n++) expect((await confirm(account, session, wrongTag())).isConfirmed).toBe(false);
    const sixth = await confirm(account, session);
    expect([sixth.attempt?.isAllowed, sixth.isConfirmed]).toEqual([false, false]);
    expect(await readSession(session.secret)).not.toBeNull();
    expect((await auditOf(db, account.id)).map((line) => line.action)).toEqual(
      Array(5).fill('session.identity-confirmation-failed'),
    );
  });

  test("somebody else's attempt confirms nothing", async () => {
    const [account, other] = [await makeStaff(db), await makeStaff(db)];
    const session = await makeSession(db, account);
    const foreign = await asDoor(db, 'STAFF', (await makeSession(db, other)).secret, (tx) =>
      beginConfirmation(tx, 'STAFF', { address: null }),
    );
    const input = {
      attemptId: foreign?.attemptId ?? '',
      tag: other.password?.tag ?? wrongTag(),
      newSessionId: uuidv7(),
      newSecret: newSecret(),
      userAgent: null,
      requestId: 'r',
    };
    expect(await asDoor(db, 'STAFF', session.secret, (tx) => confirmIdentity(tx, 'STAFF', input))).toBe(
      false,
    );
  });

  test('without a session there is nothing to begin', async () => {
    expect(
      await asDoor(db, 'STAFF', newSecret(), (tx) => beginConfirmation(tx, 'STAFF', { address: null })),
    ).toBeNull();
    expect(await asDoor(db, 'STAFF', null, (tx) => myCredential(tx, 'STAFF'))).toBeNull();
  });
});

describe('S7 changing the password', () => {
  const change = (secret: string, password = testPassword(), next = newSecret()) =>
    asDoor(db, 'STAFF', secret, (tx) =>
      changePassword(tx, 'STAFF', {
        credential: password,
        newSessionId: uuidv7(),
        newSecret: next,
        userAgent: null,
        requestId: 'r',
      }),
    );

  test('ends all sessions, opens a new one, and the old password no longer counts', async () => {
    const account = await makeStaff(db);
    const [session, other] = [
      await makeSession(db, account, { isConfirmed: true }),
      await makeSession(db, account),
    ];
    const [password, next] = [testPassword(), newSecret()];
    expect(await change(session.secret, password, next)).toBe(true);
    expect([await readSession(session.secret), await readSession(other.secret)]).toEqual([null, null]);
    expect(await readSession(next)).not.toBeNull();
    expect((await signIn(db, account, { address: freshAddress() })).accountId).toBeNull();
    expect((await signIn(db, { ...account, password }, { address: freshAddress() })).accountId).toBe(
      account.id,
    );
  });

  test('is refused without a confirmed identity, and changes nothing', async () => {
    const account = await makeStaff(db);
    const { secret } = await makeSession(db, account);
    expect(await change(secret)).toBe(false);
    expect(await readSession(secret)).not.toBeNull();
    expect((await signIn(db, account, { address: freshAddress() })).accountId).toBe(account.id);
  });

  test('of two at the same moment one wins', async () => {
    const account = await makeStaff(db);
    const { secret } = await makeSession(db, account, { isConfirmed: true });
    expect((await Promise.all([change(secret), change(secret)])).toSorted()).toEqual([false, true]);
  });

  test('one may ask how one’s own password is hashed, and when it was set', async () => {
    const account = await makeStaff(db);
    const { secret } = await makeSession(db, account);
    const found = await asDoor(db, 'STAFF', secret, (tx) => myCredential(tx, 'STAFF'));
    expect(found).toMatchObject({ memoryKib: 8192, iterations: 2, parallelism: 1, pepperVersion: 1 });
    expect(found?.changedAt).toBeInstanceOf(Date);
  });
});
