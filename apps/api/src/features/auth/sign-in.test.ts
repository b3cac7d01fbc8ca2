import { createPasswords } from '@sallyport/auth';
import { completeSetup, makeCustomer, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, staffUser } from '../../doors/testing/people.ts';
import { type Answer, CHEAP, openTestDoors, PEPPER, type TestDoors } from '../../doors/testing/test-doors.ts';

const RIGHT = 'seven slow herons over mud';
const WRONG = 'eight slow herons over mud';
let doors: TestDoors;
let nextAddress = 1;
/** An address of its own for every test, so that nobody is throttled by a neighbour. */
const address = () => `203.0.113.${nextAddress++}`;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

async function person(input: Parameters<typeof makeStaff>[1] = {}) {
  return makeStaff(doors.db, { password: await doors.password(RIGHT), hasFactor: false, ...input });
}

function signIn(identifier: string, password: string, from = address()): Promise<Answer> {
  return doors.staff.call('auth.signIn', { identifier, password }, { address: from });
}

/** Everything a client sees but the date and the id of the request. */
function seen({ status, text, headers }: Answer) {
  const { date: _date, 'x-request-id': _id, ...rest } = headers;
  return { status, text, headers: rest };
}

describe('S1: signing in', () => {
  test('S1: e-mail or username in any case, with the right password, opens a session', async () => {
    const { email } = await person({ username: 'm.karlsen', email: 'mira@example.test' });
    expect(email).toBe('mira@example.test');
    for (const identifier of ['mira@example.test', 'MIRA@Example.test ', 'M.Karlsen']) {
      const answer = await signIn(identifier, RIGHT);
      expect(answer.status).toBe(200);
      const current = await doors.staff.call('auth.getCurrent', undefined, {
        as: { secret: answer.secret ?? '' },
      });
      expect(current.data()).toMatchObject({ user: { email: 'mira@example.test' } });
      expect(answer.data()).toEqual({ next: 'in' });
      expect(answer.headers['set-cookie']).toEqual([
        expect.stringMatching(/^__Host-sp_staff=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
        expect.stringMatching(
          /^__Host-sp_staff_device=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000$/,
        ),
      ]);
    }
  });

  test('S1, S9: unknown, wrong, inactive, expired, suspended, invited, locked, from elsewhere … look the same', async () => {
    const past = new Date(Date.now() - 1000);
    const customer = await makeCustomer(doors.db, { password: await doors.password(RIGHT, 'CUSTOMER') });
    const elsewhere = await person();
    await doors.db.owner.query(
      `INSERT INTO address_rule (level, account_id, network) VALUES ('ACCOUNT', $1, '192.0.2.0/24')`,
      [elsewhere.id],
    );
    const passkeyOnly = await person();
    await doors.db.owner.query('UPDATE account SET is_passkey_only = true WHERE id = $1', [passkeyOnly.id]);
    const closed = await person();
    await doors.db.owner.query(
      `INSERT INTO throttle_counter (key, window_started_at, window_seconds, count)
       VALUES ('closed:PASSWORD:STAFF:' || $1, app.now(), 315360000, 100)`,
      [closed.id],
    );
    const throttledFrom = address();
    const throttled = await person();
    for (let n = 0; n < 5; n += 1) await signIn(throttled.email, WRONG, throttledFrom);
    const answers = {
      unknown: await signIn('nobody@example.test', RIGHT),
      wrong: await signIn((await person()).email, WRONG),
      inactive: await signIn((await person({ status: 'INACTIVE' })).email, RIGHT),
      expired: await signIn((await person({ expiresAt: past })).email, RIGHT),
      suspended: await signIn((await person({ suspendedAt: past })).email, RIGHT),
      invited: await signIn((await makeStaff(doors.db, { status: 'INVITED' })).email, RIGHT),
      'of the other door': await signIn(customer.email, RIGHT),
      throttled: await signIn(throttled.email, RIGHT, throttledFrom),
      'from elsewhere': await signIn(elsewhere.email, RIGHT),
      'with passkeys alone': await signIn(passkeyOnly.email, RIGHT),
      'with a closed password': await signIn(closed.email, RIGHT),
    };
    const first = seen(answers.unknown);
    expect(first.status).toBe(401);
    expect(first.headers).not.toHaveProperty('set-cookie');
    for (const [kind, answer] of Object.entries(answers)) expect([kind, seen(answer)]).toEqual([kind, first]);
    expect((await signIn(elsewhere.email, RIGHT, '192.0.2.77')).status).toBe(200);
  });

  test('S1: a failed attempt stays on record although the call was refused', async () => {
    const { id, email } = await person();
    await signIn(email, WRONG);
    const rows = await auditRows(doors, 'session.sign-in-failed');
    expect(rows.filter((row) => row['object_id'] === id)).toHaveLength(1);
    expect(await readValue(doors, 'SELECT outcome FROM sign_in_attempt WHERE account_id = $1', [id])).toBe(
      'FAILED',
    );
  });

  test('S4: 200 wrong passwords at once cost no more hashes than the limit, and the right one waits too', async () => {
    const { email } = await person();
    const from = address();
    const before = doors.hashes();
    const answers = await Promise.all(Array.from({ length: 200 }, () => signIn(email, WRONG, from)));
    // On a busy machine some find no free connection; that too is no success.
    for (const { code } of answers) expect(['SIGN_IN_FAILED', 'NOT_READY']).toContain(code);
    expect(doors.hashes() - before).toBeLessThanOrEqual(5);
    expect((await signIn(email, RIGHT, from)).status).toBe(401);
    expect((await signIn(email, RIGHT, address())).status).toBe(200);
  });

  test('S4: a batch of ten sign-ins does not multiply the attempts', async () => {
    const { email } = await person();
    const from = address();
    const before = doors.hashes();
    const body = Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [at, { identifier: email, password: WRONG }]),
    );
    await doors.staff.server.inject({
      method: 'POST',
      url: `/trpc/${Array(10).fill('auth.signIn').join(',')}?batch=1`,
      headers: {
        host: 'localhost:4100',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/json',
        'x-forwarded-for': from,
      },
      payload: JSON.stringify(body),
    });
    expect(doors.hashes() - before).toBe(5);
  });

  test('S6: every sign-in is a new session, and signing out ends that one alone', async () => {
    const { email } = await person();
    const [one, two] = [await signIn(email, RIGHT), await signIn(email, RIGHT)];
    expect(one.secret).not.toBe(two.secret);
    const as = (answer: Answer) => ({ as: { secret: answer.secret ?? '' } });
    const out = await doors.staff.call('auth.signOut', undefined, as(one));
    expect(out.status).toBe(200);
    expect(out.headers['set-cookie']).toMatch(/^__Host-sp_staff=;/);
    expect((await doors.staff.call('auth.getCurrent', undefined, as(one))).status).toBe(401);
    expect((await doors.staff.call('auth.getCurrent', undefined, as(two))).status).toBe(200);
  });

  test('G4: a session of one door is none at the other', async () => {
    const { as } = await staffUser(doors);
    expect((await doors.staff.call('auth.getCurrent', undefined, { as })).status).toBe(200);
    expect((await doors.portal.call('auth.getCurrent', undefined, { as })).status).toBe(401);
  });
});

describe('S8: confirming identity', () => {
  test('S8: the right password gives a new, confirmed session in place of the old one', async () => {
    const { as } = await staffUser(doors, { password: await doors.password(RIGHT), isConfirmed: false });
    const answer = await doors.staff.call(
      'auth.confirmIdentity',
      { password: RIGHT },
      { as, address: address() },
    );
    expect(answer.data<{ confirmedUntil: string }>().confirmedUntil).toBeTruthy();
    expect(answer.secret).not.toBe(as.secret);
    expect((await doors.staff.call('auth.getCurrent', undefined, { as })).status).toBe(401);
    const fresh = await doors.staff.call('auth.getCurrent', undefined, {
      as: { secret: answer.secret ?? '' },
    });
    expect(
      fresh.data<{ session: { confirmedUntil: string | null } }>().session.confirmedUntil,
    ).not.toBeNull();
  });

  test('S8: the wrong password changes nothing, stays on record, and is throttled like a sign-in', async () => {
    const { account, as } = await staffUser(doors, {
      password: await doors.password(RIGHT),
      isConfirmed: false,
    });
    const from = address();
    const confirm = (password: string) =>
      doors.staff.call('auth.confirmIdentity', { password }, { as, address: from });
    const before = doors.hashes();
    for (let n = 0; n < 7; n += 1) {
      const answer = await confirm(WRONG);
      expect([answer.code, answer.secret]).toEqual(['SIGN_IN_FAILED', null]);
    }
    expect(doors.hashes() - before).toBe(5);
    expect((await confirm(RIGHT)).code).toBe('SIGN_IN_FAILED');
    const rows = await auditRows(doors, 'session.identity-confirmation-failed');
    expect(rows.filter((row) => row['actor_id'] === account.id)).toHaveLength(5);
    expect((await doors.staff.call('auth.getCurrent', undefined, { as })).status).toBe(200);
  });
});

describe('S7: changing the password', () => {
  const change = (secret: string, newPassword: string) =>
    doors.staff.call('profile.changePassword', { newPassword }, { as: { secret } });

  test('S7: ends all other sessions, and this one goes on as a new one with the new password', async () => {
    const { account, as } = await staffUser(doors, { password: await doors.password(RIGHT), isAdmin: false });
    const other = await signIn(account.email, RIGHT);
    const answer = await change(as.secret, 'grey foxes borrow umbrellas');
    expect(answer.status).toBe(200);
    const status = async (secret: string | null) =>
      (await doors.staff.call('auth.getCurrent', undefined, { as: { secret: secret ?? '' } })).status;
    expect(await status(as.secret)).toBe(401);
    expect(await status(other.secret)).toBe(401);
    expect(await status(answer.secret)).toBe(200);
    expect((await signIn(account.email, RIGHT)).status).toBe(401);
    expect((await signIn(account.email, 'grey foxes borrow umbrellas')).status).toBe(200);
  });

  test('S8: without a confirmed identity nothing is hashed and nothing changes', async () => {
    const { account, as } = await staffUser(doors, {
      password: await doors.password(RIGHT),
      isConfirmed: false,
    });
    const before = doors.hashes();
    expect((await change(as.secret, 'grey foxes borrow umbrellas')).code).toBe('CONFIRM_IDENTITY');
    expect(doors.hashes()).toBe(before);
    expect((await signIn(account.email, RIGHT)).status).toBe(200);
  });

  test.each(['short', 'seven slow karlsen herons', 'aaaaaaaaaaaaaaaaaaaa', 'sallyport sallyport doors'])(
    'S2: "%s" is refused with what to do',
    async (password) => {
      const { as } = await staffUser(doors, { displayName: 'Mira Karlsen' });
      const answer = await change(as.secret, password);
      expect(answer.error).toMatchObject({ code: 'PASSWORD_REFUSED', fields: [{ path: 'newPassword' }] });
    },
  );
});

describe('S6: limits of a session, with the real database', () => {
  const minutesAgo = (id: string, minutes: number, column: 'last_used_at' | 'absolute_ends_at') =>
    doors.db.owner.query(
      `UPDATE session SET ${column} = app.now() - make_interval(secs => $2) WHERE id = $1`,
      [id, minutes * 60],
    );

  test.each([
    ['idle for 60 minutes less 5 seconds', 'last_used_at', 60 - 5 / 60, 200],
    ['idle for 60 minutes and 1 second', 'last_used_at', 60 + 1 / 60, 401],
    ['5 seconds before the absolute end', 'absolute_ends_at', -5 / 60, 200],
    ['1 second after the absolute end', 'absolute_ends_at', 1 / 60, 401],
  ] as const)('S6: %s', async (_name, column, minutes, status) => {
    const { as } = await staffUser(doors);
    await minutesAgo(as.id, minutes, column);
    expect((await doors.staff.call('auth.getCurrent', undefined, { as })).status).toBe(status);
  });

  test('S6: a person extends it, at most once a minute; background calls do not', async () => {
    const { as } = await staffUser(doors);
    const lastUsed = () =>
      readValue(doors, 'SELECT last_used_at FROM session WHERE id = $1', [as.id]) as Promise<Date>;
    await minutesAgo(as.id, 2, 'last_used_at');
    const before = await lastUsed();
    await doors.staff.call('auth.getCurrent', undefined, { as, headers: { 'x-sallyport-background': '1' } });
    expect(await lastUsed()).toEqual(before);
    await doors.staff.call('auth.getCurrent', undefined, { as });
    const touched = await lastUsed();
    expect(touched.getTime()).toBeGreaterThan(before.getTime());
    await doors.staff.call('auth.getCurrent', undefined, { as });
    expect(await lastUsed()).toEqual(touched);
  });
});

describe('S3: a password hashed more weakly than now is hashed anew at sign-in', () => {
  const credentialOf = (id: string) =>
    readValue(
      doors,
      `SELECT memory_kib || '/' || encode(verifier, 'hex') FROM credential WHERE account_id = $1`,
      [id],
    );

  /** A credential as an earlier, weaker setting made it. */
  async function weakPerson() {
    const weaker = createPasswords({
      peppers: { 1: PEPPER.STAFF },
      parameters: { ...CHEAP, memoryKib: CHEAP.memoryKib / 2 },
      isFloorEnforced: false,
    });
    return makeStaff(doors.db, { password: await weaker.newCredential(RIGHT), hasFactor: false });
  }

  test('S3 allows: the right password leaves a stronger hash that works, and the same date of change', async () => {
    const { id, email } = await weakPerson();
    const before = await credentialOf(id);
    const changedAt = await readValue(doors, 'SELECT changed_at FROM credential WHERE account_id = $1', [id]);
    expect((await signIn(email, RIGHT)).status).toBe(200);
    const after = await credentialOf(id);
    expect(after).not.toBe(before);
    expect(String(after)).toMatch(new RegExp(`^${CHEAP.memoryKib}/`));
    expect(await readValue(doors, 'SELECT changed_at FROM credential WHERE account_id = $1', [id])).toEqual(
      changedAt,
    );
    expect((await signIn(email, RIGHT)).status).toBe(200);
    expect(await credentialOf(id)).toBe(after);
  });

  test('S3 refuses: a wrong password changes nothing', async () => {
    const { id, email } = await weakPerson();
    const before = await credentialOf(id);
    expect((await signIn(email, WRONG)).code).toBe('SIGN_IN_FAILED');
    expect(await credentialOf(id)).toBe(before);
  });
});
