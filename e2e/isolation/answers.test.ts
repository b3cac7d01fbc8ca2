import { describe, expect, test } from 'vitest';
import { Caller } from '../support/caller.ts';
import { useHouse } from '../support/house.ts';
import { type Answer, at, send } from '../support/http.ts';
import { groupId, onboard, onboardCustomer, PASSWORD, setUp } from '../support/people.ts';

const house = useHouse(async ({ server, owner }) => {
  const admin = await setUp(server);
  await admin.caller.confirmIdentity(PASSWORD);
  const manager = await onboard(server, admin.caller, {
    displayName: 'Priya Raman',
    email: 'priya.raman@stonemere.example',
    groupIds: [await groupId(admin.caller, 'Manager')],
  });
  const tester = await onboard(server, admin.caller, {
    displayName: 'Tom Weber',
    email: 'tom.weber@stonemere.example',
    groupIds: [await groupId(admin.caller, 'Penetration Tester')],
  });
  const customer = await onboardCustomer(server, owner, {
    companyName: 'Aldervale Bank',
    email: 'mara.holt@aldervale.example',
    displayName: 'Mara Holt',
  });
  return { admin, manager, tester, customer };
});

/** Headers that tell nothing and differ by nature. */
function steady(answer: Answer): Record<string, unknown> {
  const { date: _date, 'x-request-id': _id, ...rest } = answer.headers;
  return rest;
}

const NOWHERE = '01890000-0000-7000-8000-000000000000';

describe('what is not there', () => {
  test('A12: a customer is, for staff, the very bytes of an id that does not exist', async () => {
    const { admin, customer } = house();
    const calls: ['query' | 'mutate', string, object][] = [
      ['query', 'users.getUser', {}],
      ['mutate', 'users.renewInvitation', {}],
      ['mutate', 'users.updateUser', { version: 1, displayName: 'X', username: null, title: '' }],
      ['mutate', 'users.deactivateUser', { reason: 'x' }],
      ['mutate', 'users.reactivateUser', { reason: 'x' }],
    ];
    for (const [kind, path, more] of calls) {
      const hidden = await admin.caller[kind](path, { userId: customer.id, ...more });
      const missing = await admin.caller[kind](path, { userId: NOWHERE, ...more });
      expect([hidden.status, hidden.body], path).toEqual([404, missing.body]);
      expect(steady(hidden)).toEqual(steady(missing));
    }
  });

  test('a procedure that does not exist says no more than a hidden object', async () => {
    const { admin, customer } = house();
    const hidden = await admin.caller.query('users.getUser', { userId: customer.id });
    for (const path of ['users.nothing', 'nothing', 'users.getUser.constructor', 'toString', '__proto__.x']) {
      const unknown = await admin.caller.query(path, { userId: customer.id });
      expect([unknown.status, unknown.body], path).toEqual([404, hidden.body]);
    }
  });

  test('the staff’s procedures do not exist at the portal, signed in or not', async () => {
    const { server, customer } = house();
    const stranger = new Caller(server.portalUrl);
    for (const path of ['users.listUsers', 'groups.listGroups', 'audit.listAudit', 'setup.completeSetup']) {
      for (const caller of [customer.caller, stranger]) {
        const called = await caller.query(path);
        expect([called.status, called.code], path).toEqual([404, 'NOT_FOUND']);
      }
    }
  });

  test('S11: the set-up is gone once there is an Admin', async () => {
    const { server } = house();
    const input = {
      secret: 'A'.repeat(43),
      firmName: 'Another firm',
      displayName: 'Mallory',
      email: 'mallory@evil.example',
      password: PASSWORD,
    };
    const called = await new Caller(server.staffUrl).mutate('setup.completeSetup', input);
    expect([called.status, called.code]).toEqual([404, 'NOT_FOUND']);
  });

  test('customers are in no list, count or search of staff', async () => {
    const { admin, customer } = house();
    for (const path of ['users.listUsers', 'people.listPeople']) {
      for (const search of ['', 'mara', 'aldervale', customer.email, '%', '_']) {
        const called = await admin.caller.query(path, { search, limit: 100 });
        expect(called.body, `${path} ${search}`).not.toContain(customer.id);
        expect(called.body).not.toContain('Mara');
      }
      const all = await admin.caller.done('query', path, { limit: 100 });
      expect(at(all, 'total', 'count')).toBe(3);
    }
  });
});

describe('what is too much', () => {
  test('a batch of 11 is refused and a batch of 10 is not', async () => {
    const { admin } = house();
    const batch = (size: number) =>
      send(`${admin.caller.url}/trpc/${Array(size).fill('door.getDoor').join(',')}?batch=1&input=%7B%7D`, {
        headers: admin.caller.headers,
      });
    const [ten, eleven] = [await batch(10), await batch(11)];
    expect(ten.status).toBe(200);
    expect(Array.isArray(ten.json) && ten.json.length).toBe(10);
    expect(eleven.status).toBe(400);
    expect(eleven.body).not.toContain('firmName');
  });

  test('S4: a batch does not multiply attempts to sign in', async () => {
    const { server, tester } = house();
    const input = { identifier: tester.email, password: 'not the password' };
    const body = JSON.stringify(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [index, input])));
    const answer = await send(`${server.staffUrl}/trpc/${Array(10).fill('auth.signIn').join(',')}?batch=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body,
    });
    expect(answer.status).toBe(401);
    const { rows } = await house().owner.query<{ tried: number }>(
      `select count(*)::int as tried from sign_in_attempt where account_id = $1 and outcome = 'FAILED'`,
      [tester.id],
    );
    expect(rows[0]?.tried).toBeLessThanOrEqual(5);
  });

  test('a body above a megabyte is 413 and says so', async () => {
    const { admin } = house();
    const called = await admin.caller.mutate('profile.updateProfile', {
      version: 1,
      displayName: 'x'.repeat(1_100_000),
      title: '',
    });
    expect([called.status, called.code]).toEqual([413, 'TOO_LARGE']);
    expect(at(called.error, 'userMessage')).toMatch(/too large/i);
  });

  test('unfinished JSON is 400 in words', async () => {
    const { admin } = house();
    for (const body of ['{', '{"version":1,}', 'null null', '\u0000', '']) {
      const called = await admin.caller.mutate('profile.updateProfile', undefined, { body });
      expect(called.status, body).toBe(400);
      expect(called.code, body).toBe('INVALID_INPUT');
    }
  });
});

describe('R2: an input of the wrong shape names its fields', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['an unknown key', { isAdmin: true }, 'isAdmin'],
    ['an object in place of text', { displayName: { $ne: '' } }, 'displayName'],
    ['a list in place of text', { displayName: ['a'] }, 'displayName'],
    ['text in place of a number', { version: '1' }, 'version'],
    ['a fraction in place of a whole number', { version: 1.5 }, 'version'],
    ['text that is too long', { displayName: 'x'.repeat(81) }, 'displayName'],
    ['a null byte', { displayName: 'a\u0000b' }, 'displayName'],
    ['a line break', { displayName: 'a\nb' }, 'displayName'],
  ])('%s', async (_, change, field) => {
    const { admin } = house();
    const input = { version: 1, displayName: 'Lena Fischer', title: '', ...change };
    const called = await admin.caller.mutate('profile.updateProfile', input);
    expect([called.status, called.code]).toEqual([400, 'INVALID_INPUT']);
    expect(JSON.stringify(at(called.error, 'fields'))).toContain(field);
  });

  test('a list that is too long', async () => {
    const { admin } = house();
    const groupIds = Array(21).fill(NOWHERE);
    const called = await admin.caller.mutate('users.inviteUser', {
      displayName: 'X',
      email: 'x@stonemere.example',
      reason: 'x',
      groupIds,
    });
    expect([called.status, at(called.error, 'fields', 0, 'path')]).toEqual([400, 'groupIds']);
  });

  test('an order by a column that is not for sorting', async () => {
    const { admin } = house();
    const sort = { field: 'verifier; drop table account', direction: 'asc' };
    const called = await admin.caller.query('users.listUsers', { sort });
    expect([called.status, at(called.error, 'fields', 0, 'path')]).toEqual([400, 'sort.field']);
  });

  test('a made-up cursor, or one of another list', async () => {
    const { admin } = house();
    const made = Buffer.from(JSON.stringify({ v: "' or 1=1", id: NOWHERE })).toString('base64url');
    for (const cursor of ['', 'x', made, 'e30', 'bnVsbA']) {
      const called = await admin.caller.query('users.listUsers', { cursor });
      // An empty cursor is the first page; none may be an error of ours.
      expect([200, 400], cursor).toContain(called.status);
      if (cursor !== '') expect(at(called.error, 'fields', 0, 'path')).toBe('cursor');
    }
  });
});

describe('R3: every kind of answer carries the headers that protect it', () => {
  const ALWAYS = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
  const kinds: [string, (caller: Caller) => Promise<Answer>][] = [
    ['a page', ({ url }) => send(`${url}/`, { headers: { accept: 'text/html' } })],
    ['a page of the app', ({ url }) => send(`${url}/users`, { headers: { accept: 'text/html' } })],
    ['a file', ({ url }) => send(`${url}/theme.js`)],
    ['a missing file', ({ url }) => send(`${url}/assets/none.js`)],
    ['a path upwards', ({ url }) => send(`${url}/..%2f..%2f..%2fpackage.json`)],
    ['a health check', ({ url }) => send(`${url}/healthz`)],
    ['an answer', (caller) => caller.query('auth.getCurrent')],
    ['a missing session', ({ url }) => send(`${url}/trpc/auth.getCurrent`)],
    ['a refused origin', ({ url }) => send(`${url}/trpc/auth.signOut`, { method: 'POST' })],
    ['a refused host', ({ url }) => send(`${url}/`, { headers: { host: 'evil.example' } })],
    [
      'a refused type',
      (caller) => caller.mutate('auth.signIn', {}, { headers: { 'content-type': 'text/plain' } }),
    ],
    ['an invalid input', (caller) => caller.mutate('auth.signIn', {})],
    ['a body too large', (caller) => caller.mutate('auth.signIn', { identifier: 'x'.repeat(1_100_000) })],
    ['an unknown procedure', (caller) => caller.query('none')],
    ['an unknown method', ({ url }) => send(`${url}/`, { method: 'TRACE' })],
  ];

  test.each(kinds)('%s', async (_, ask) => {
    const { admin, customer } = house();
    for (const caller of [admin.caller, customer.caller]) {
      const { headers, status } = await ask(caller);
      expect({ ...headers }, `${status}`).toMatchObject(ALWAYS);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['server'] ?? headers['x-powered-by']).toBeUndefined();
    }
  });

  test('R7: what depends on who asks is never stored', async () => {
    const { admin } = house();
    for (const answer of [await admin.caller.query('auth.getCurrent'), await admin.caller.query('none')])
      expect(answer.headers['cache-control']).toBe('no-store, private');
    const page = await send(`${admin.caller.url}/`, { headers: { accept: 'text/html' } });
    expect(page.headers['cache-control']).toBe('no-cache');
  });
});
