import {
  type AskedByServer,
  completeSetup,
  type Deviation,
  makeCustomer,
  makeSession,
  makeStaff,
  SoftAuthenticator,
  type TestAccount,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doorOfAccount, enrolPasskey } from '../../doors/testing/factors.ts';
import { auditRows, readValue } from '../../doors/testing/people.ts';
import {
  type Answer,
  openTestDoors,
  PORTAL_URL,
  STAFF_URL,
  type TestDoor,
  type TestDoors,
} from '../../doors/testing/test-doors.ts';

const RIGHT = 'seven slow herons over mud';
let doors: TestDoors;
let nextAddress = 1;
/** An address of its own for every call, so that nobody is throttled by a neighbour. */
const address = () => `198.18.${nextAddress >> 8}.${nextAddress++ & 255}`;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

async function person(audience: 'STAFF' | 'CUSTOMER' = 'STAFF', options: { isSynced?: boolean } = {}) {
  const password = await doors.password(RIGHT, audience);
  const make = audience === 'STAFF' ? makeStaff : makeCustomer;
  const account = await make(doors.db, { password, hasFactor: false });
  const authenticator = await enrolPasskey(doors, account, options);
  return { account, authenticator, ...doorOfAccount(doors, account) };
}

async function ask(door: TestDoor, path: string, more = {}): Promise<AskedByServer> {
  return (await door.call(path, {}, { address: address(), ...more })).data<AskedByServer>();
}

const signInWith = (door: TestDoor, response: unknown) =>
  door.call('auth.signInWithPasskey', { response }, { address: address() });

async function alone(door: TestDoor, authenticator: SoftAuthenticator, deviation: Deviation = {}) {
  return signInWith(door, authenticator.sign(await ask(door, 'auth.startPasskeySignIn'), deviation));
}

const current = (door: TestDoor, answer: Answer) =>
  door.call('auth.getCurrent', undefined, { as: { secret: answer.secret ?? '' } });

async function pendingOf(door: TestDoor, { email }: TestAccount): Promise<string | null> {
  const input = { identifier: email, password: RIGHT };
  return (await door.call('auth.signIn', input, { address: address() })).pending;
}

describe.each(['STAFF', 'CUSTOMER'] as const)('S5: passkeys, %s', (audience) => {
  test('S5 allows signing in with a passkey alone', async () => {
    const { account, authenticator, door } = await person(audience);
    const options = await ask(door, 'auth.startPasskeySignIn');
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(options['allowCredentials']).toBeUndefined();
    const answer = await signInWith(door, authenticator.sign(options));
    expect(answer.data()).toEqual({ next: 'in' });
    expect((await current(door, answer)).data()).toMatchObject({ user: { email: account.email } });
    const method = 'SELECT method FROM session WHERE account_id = $1 AND ended_at IS NULL ORDER BY id DESC';
    expect(await readValue(doors, method, [account.id])).toBeDefined();
    const made = `SELECT count(*)::int FROM session WHERE account_id = $1 AND method = 'PASSKEY'`;
    expect(await readValue(doors, made, [account.id])).toBe(1);
  });

  test('S5 allows a passkey as the second factor, and names whose may be used', async () => {
    const { account, authenticator, door } = await person(audience);
    const pending = await pendingOf(door, account);
    const options = await ask(door, 'auth.startFactorPasskey', { pending });
    expect(options['allowCredentials']).toHaveLength(1);
    const response = authenticator.sign(options);
    const answer = await door.call('auth.presentPasskey', { response }, { pending, address: address() });
    expect(answer.data()).toEqual({ next: 'in' });
    expect((await current(door, answer)).status).toBe(200);
  });

  test('S8 allows confirming by passkey: a new, confirmed session in place of the old one', async () => {
    const { account, authenticator, door } = await person(audience);
    const as = await makeSession(doors.db, account);
    const response = authenticator.sign(await ask(door, 'auth.startPasskeyConfirmation', { as }));
    const answer = await door.call('auth.confirmWithPasskey', { response }, { as, address: address() });
    expect(answer.data<{ confirmedUntil: string | null }>().confirmedUntil).not.toBeNull();
    expect((await door.call('auth.getCurrent', undefined, { as })).status).toBe(401);
    const { session } = (await current(door, answer)).data<{ session: { confirmedUntil: string | null } }>();
    expect(session.confirmedUntil).not.toBeNull();
  });

  test.each<[string, Deviation]>([
    ['made for another origin', { origin: 'http://localhost:4300' }],
    ['made for another site', { rpId: 'evil.example' }],
    ['without the person verified', { isUnverified: true }],
    ['inside a frame of another site', { isInFrame: true }],
    ['of another account', { userHandle: Buffer.alloc(16, 7).toString('base64url') }],
    ['over another challenge', { challenge: Buffer.alloc(32, 9).toString('base64url') }],
  ])('S5 refuses a signature %s', async (_name, deviation) => {
    const { authenticator, door } = await person(audience);
    const answer = await alone(door, authenticator, deviation);
    expect([answer.status, answer.code, answer.secret]).toEqual([401, 'SIGN_IN_FAILED', null]);
    expect((await alone(door, authenticator)).status).toBe(200);
  });

  test('S5 refuses at the other door, for its origin and for its passkeys', async () => {
    const { authenticator, door } = await person(audience);
    const isStaff = audience === 'STAFF';
    const otherDoor = isStaff ? doors.portal : doors.staff;
    const otherUrl = isStaff ? PORTAL_URL : STAFF_URL;
    expect((await alone(otherDoor, authenticator)).code).toBe('SIGN_IN_FAILED');
    // Even a page that lies about its origin: the passkey stores its audience.
    expect((await alone(otherDoor, authenticator, { origin: otherUrl })).code).toBe('SIGN_IN_FAILED');
    // And a challenge of one door is none at the other.
    const response = authenticator.sign(await ask(otherDoor, 'auth.startPasskeySignIn'));
    expect((await signInWith(door, response)).code).toBe('SIGN_IN_FAILED');
  });

  test('S5 refuses a replay, and twenty uses of one challenge at once succeed once', async () => {
    const { authenticator, door } = await person(audience, { isSynced: true });
    const response = authenticator.sign(await ask(door, 'auth.startPasskeySignIn'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => signInWith(door, response)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await signInWith(door, response)).code).toBe('SIGN_IN_FAILED');
    expect((await alone(door, authenticator)).status).toBe(200);
  });
});

describe('S5: what a passkey is bound to', () => {
  test('S5 refuses another’s passkey as the second factor and for confirming, and allows one’s own', async () => {
    const [one, two] = [await person(), await person()];
    const pending = await pendingOf(one.door, one.account);
    const present = async (authenticator: SoftAuthenticator) => {
      const response = authenticator.sign(await ask(one.door, 'auth.startFactorPasskey', { pending }));
      return one.door.call('auth.presentPasskey', { response }, { pending, address: address() });
    };
    expect((await present(two.authenticator)).code).toBe('SIGN_IN_FAILED');
    expect((await present(one.authenticator)).status).toBe(200);

    const as = await makeSession(doors.db, one.account);
    const confirm = async (authenticator: SoftAuthenticator) => {
      const response = authenticator.sign(await ask(one.door, 'auth.startPasskeyConfirmation', { as }));
      return one.door.call('auth.confirmWithPasskey', { response }, { as, address: address() });
    };
    expect((await confirm(two.authenticator)).code).toBe('SIGN_IN_FAILED');
    expect((await one.door.call('auth.getCurrent', undefined, { as })).status).toBe(200);
    expect((await confirm(one.authenticator)).status).toBe(200);
  });

  test('S5 refuses a challenge that was made for another purpose or person', async () => {
    const { account, authenticator, door } = await person();
    const other = await person();
    const as = await makeSession(doors.db, account);
    const forSignIn = authenticator.sign(await ask(door, 'auth.startPasskeySignIn'));
    const wrong = await door.call(
      'auth.confirmWithPasskey',
      { response: forSignIn },
      { as, address: address() },
    );
    expect(wrong.code).toBe('SIGN_IN_FAILED');
    const theirs = await makeSession(doors.db, other.account);
    const stolen = authenticator.sign(await ask(door, 'auth.startPasskeyConfirmation', { as: theirs }));
    const answer = await door.call(
      'auth.confirmWithPasskey',
      { response: stolen },
      { as, address: address() },
    );
    expect(answer.code).toBe('SIGN_IN_FAILED');
  });

  test('S5 refuses after five minutes', async () => {
    const { authenticator, door } = await person();
    const response = authenticator.sign(await ask(door, 'auth.startPasskeySignIn'));
    await doors.db.owner.query('UPDATE passkey_challenge SET expires_at = app.now()');
    expect((await signInWith(door, response)).code).toBe('SIGN_IN_FAILED');
  });

  test('S5 refuses a counter that does not grow: a copy; and allows one that never counts', async () => {
    const { authenticator, door } = await person();
    expect((await alone(door, authenticator, { signCount: 7 })).status).toBe(200);
    expect((await alone(door, authenticator, { signCount: 7 })).code).toBe('SIGN_IN_FAILED');
    expect((await alone(door, authenticator, { signCount: 8 })).status).toBe(200);
    const synced = await person('STAFF', { isSynced: true });
    expect((await alone(synced.door, synced.authenticator)).status).toBe(200);
    expect((await alone(synced.door, synced.authenticator)).status).toBe(200);
  });

  test('S1: suspended, inactive and unknown look the same, and stay on record', async () => {
    const { account, authenticator, door } = await person();
    const stranger = new SoftAuthenticator(STAFF_URL);
    stranger.register({ challenge: 'x' });
    const unknown = await alone(door, stranger);
    await doors.db.owner.query(`UPDATE account SET status = 'INACTIVE' WHERE id = $1`, [account.id]);
    const inactive = await alone(door, authenticator);
    await doors.db.owner.query(
      `UPDATE account SET status = 'ACTIVE', suspended_at = app.now() WHERE id = $1`,
      [account.id],
    );
    const suspended = await alone(door, authenticator);
    for (const answer of [inactive, suspended]) expect(answer.text).toBe(unknown.text);
    const rows = await auditRows(doors, 'session.sign-in-failed');
    expect(rows.filter((row) => row['object_id'] === account.id)).toHaveLength(2);
  });

  test('S1: who signs in with passkeys alone has no password: the one refusal, and the passkey works', async () => {
    const { account, authenticator, door } = await person();
    await doors.db.owner.query('UPDATE account SET is_passkey_only = true WHERE id = $1', [account.id]);
    const input = { identifier: account.email, password: RIGHT };
    const refused = await door.call('auth.signIn', input, { address: address() });
    const unknown = await door.call(
      'auth.signIn',
      { identifier: 'nobody@example.test', password: RIGHT },
      { address: address() },
    );
    expect([refused.status, refused.text]).toEqual([unknown.status, unknown.text]);
    expect((await alone(door, authenticator)).status).toBe(200);
  });
});

describe('S5: registering', () => {
  async function register(deviation: Deviation, url = STAFF_URL) {
    const account = await makeStaff(doors.db);
    const as = await makeSession(doors.db, account, { isConfirmed: true });
    const options = await ask(doors.staff, 'factors.startPasskey', { as });
    const response = new SoftAuthenticator(url).register(options, deviation);
    const finish = () => doors.staff.call('factors.finishPasskey', { name: 'Key', response }, { as });
    const count = () =>
      readValue(doors, 'SELECT count(*)::int FROM passkey WHERE account_id = $1', [account.id]);
    return { finish, count, options };
  }

  test('S5 allows what is verified and discoverable', async () => {
    const { finish, count, options } = await register({});
    expect(options['authenticatorSelection']).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    });
    expect((await finish()).status).toBe(200);
    expect(await count()).toBe(1);
  });

  test.each<[string, Deviation]>([
    ['for another origin', { origin: PORTAL_URL }],
    ['for another site', { rpId: 'evil.example' }],
    ['without the person verified', { isUnverified: true }],
    ['inside a frame', { isInFrame: true }],
    ['over a challenge that was never given', { challenge: Buffer.alloc(32, 3).toString('base64url') }],
  ])('S5 refuses one made %s', async (_name, deviation) => {
    const { finish, count } = await register(deviation);
    expect((await finish()).code).toBe('INVALID_INPUT');
    expect(await count()).toBe(0);
  });
});
