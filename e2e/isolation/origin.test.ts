import { describe, expect, test } from 'vitest';
import { Caller } from '../support/caller.ts';
import { useHouse } from '../support/house.ts';
import { type Sent, send } from '../support/http.ts';
import { onboardCustomer, PASSWORD, setUp } from '../support/people.ts';

const house = useHouse(async ({ server, owner }) => {
  const admin = await setUp(server);
  const customer = await onboardCustomer(server, owner, {
    companyName: 'Aldervale Bank',
    email: 'mara.holt@aldervale.example',
    displayName: 'Mara Holt',
  });
  return { admin, customer };
});

const JSON_BODY = JSON.stringify({ version: 1, displayName: 'Taken over', title: '' });

/** A change of the caller's own profile, sent as told. */
function change(url: string, cookie: string | null, sent: Sent): ReturnType<typeof send> {
  return send(`${url}/trpc/profile.updateProfile`, {
    method: 'POST',
    body: JSON_BODY,
    ...sent,
    headers: {
      'content-type': 'application/json',
      ...(cookie === null ? {} : { cookie }),
      ...sent.headers,
    },
  });
}

async function nameOf(caller: Caller): Promise<unknown> {
  return Reflect.get(Object(await caller.done('query', 'profile.getProfile')), 'displayName');
}

type Door = 'staff' | 'portal';

function doorOf(door: Door): { url: string; otherUrl: string; caller: Caller; name: string } {
  const { server, admin, customer } = house();
  const { staffUrl, portalUrl } = server;
  return door === 'staff'
    ? { url: staffUrl, otherUrl: portalUrl, caller: admin.caller, name: admin.displayName }
    : { url: portalUrl, otherUrl: staffUrl, caller: customer.caller, name: 'Mara Holt' };
}

describe.each<Door>(['staff', 'portal'])('R1: a change at the %s door', (door) => {
  test.each([
    [
      'from the other door, as the browser tells',
      (other: string) => ({ origin: other, 'sec-fetch-site': 'same-site' }),
    ],
    ['from the other door, by a client without Sec-Fetch-Site', (other: string) => ({ origin: other })],
    ['from another site', () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })],
    [
      'that calls itself same-site with its own Origin',
      (_: string, own: string) => ({ origin: own, 'sec-fetch-site': 'same-site' }),
    ],
    ['with neither Origin nor Sec-Fetch-Site', () => ({})],
    ['from an opaque origin', () => ({ origin: 'null' })],
    ['that the browser says nobody’s page began', () => ({ 'sec-fetch-site': 'none' })],
    ['with the own origin but another port', (_: string, own: string) => ({ origin: `${own}0` })],
  ])('%s is refused and changes nothing', async (_, headersOf) => {
    const { url, otherUrl, caller, name } = doorOf(door);
    const answer = await change(url, caller.cookie, { headers: headersOf(otherUrl, url) });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('WRONG_ORIGIN');
    expect(await nameOf(caller)).toBe(name);
  });

  test.each([
    ['Sec-Fetch-Site: same-origin', () => ({ 'sec-fetch-site': 'same-origin' })],
    ['its own Origin where Sec-Fetch-Site is unknown', (own: string) => ({ origin: own })],
  ])('with %s passes the origin check', async (_, headersOf) => {
    const { url, caller } = doorOf(door);
    // An impossible version, so that it changes nothing either; what counts is how far it came.
    const body = JSON.stringify({
      version: -1,
      displayName: 'Nobody',
      ...(door === 'staff' ? { title: '' } : {}),
    });
    const answer = await change(url, caller.cookie, { body, headers: headersOf(url) });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('STALE_EDIT');
  });

  test.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain;application/json',
    'application/octet-stream',
    'application/xml',
    '',
  ])('as "%s" never reaches a procedure', async (type) => {
    const { url, caller, name } = doorOf(door);
    const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' };
    const answer = await change(url, caller.cookie, { headers });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('content-type: application/json');
    expect(await nameOf(caller)).toBe(name);
  });

  test('by GET changes nothing', async () => {
    const { url, caller, name } = doorOf(door);
    const headers = caller.headers;
    const input = encodeURIComponent(bodyFor(door));
    const answer = await send(`${url}/trpc/profile.updateProfile?input=${input}`, { headers });
    expect(answer.status).toBe(404);
    expect(await nameOf(caller)).toBe(name);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('by %s changes nothing', async (method) => {
    const { url, caller, name } = doorOf(door);
    const answer = await change(url, caller.cookie, { method, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(await nameOf(caller)).toBe(name);
  });

  test.each([
    ['evil.example', 'evil.example'],
    ['the other door', null],
    ['127.0.0.1', '127.0.0.1'],
  ])('whose Host header names %s is refused, also for pages and questions', async (_, host) => {
    const { url, otherUrl, caller } = doorOf(door);
    const headers = { ...caller.headers, host: host ?? new URL(otherUrl).host };
    for (const path of ['/', '/trpc/auth.getCurrent', '/theme.js']) {
      const answer = await send(`${url}${path}`, { headers });
      expect([400, 403], path).toContain(answer.status);
      expect(answer.body).not.toContain('<html');
    }
    const changed = await change(url, caller.cookie, {
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
    });
    expect([400, 403]).toContain(changed.status);
  });
});

/** The profile as each door takes it. */
function bodyFor(door: Door): string {
  return door === 'staff' ? JSON_BODY : JSON.stringify({ version: 1, displayName: 'Taken over' });
}

describe('a cookie of one door', () => {
  test('is nothing at the other, under its own name or the other’s', async () => {
    const { server, admin, customer } = house();
    const secretOf = (caller: Caller) => caller.cookie?.split('=')[1] ?? '';
    const tries: [string, string | null][] = [
      [server.portalUrl, admin.caller.cookie],
      [server.portalUrl, `__Host-sp_portal=${secretOf(admin.caller)}`],
      [server.staffUrl, customer.caller.cookie],
      [server.staffUrl, `__Host-sp_staff=${secretOf(customer.caller)}`],
    ];
    for (const [url, cookie] of tries) {
      const caller = new Caller(url);
      caller.cookie = cookie;
      for (const path of ['auth.getCurrent', 'profile.getProfile']) {
        const called = await caller.query(path);
        expect([called.status, called.code]).toEqual([401, 'UNAUTHENTICATED']);
      }
    }
  });

  test('has the attributes that keep it here', async () => {
    const { server, admin, customer } = house();
    const cookiesOf = async (url: string, identifier: string) => {
      const { headers } = await send(`${url}/trpc/auth.signIn`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        body: JSON.stringify({ identifier, password: PASSWORD }),
      });
      return [headers['set-cookie'] ?? []].flat();
    };
    const kept = 'Path=/; Secure; HttpOnly; SameSite=Lax';
    const cookie = (name: string, more = '') =>
      expect.stringMatching(new RegExp(`^__Host-sp_${name}=[\\w-]{40,64}; ${kept}${more}$`));
    // A factor is owed: no session yet.
    expect(await cookiesOf(server.staffUrl, admin.email)).toEqual([cookie('staff_pending')]);
    // The device is remembered for a year, and nothing else for longer than the browser runs.
    expect(await cookiesOf(server.portalUrl, customer.email)).toEqual([
      cookie('portal'),
      cookie('portal_device', '; Max-Age=31536000'),
    ]);
  });
});
