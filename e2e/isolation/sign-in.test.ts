import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Called, Caller } from '../support/caller.ts';
import { recoveryCodeOf } from '../support/factor.ts';
import { useHouse } from '../support/house.ts';
import { at } from '../support/http.ts';
import { groupId, invite, onboard, onboardCustomer, PASSWORD, secretOf, setUp } from '../support/people.ts';
import { BUILT } from '../support/server.ts';

const house = useHouse(async ({ server, owner }) => {
  const admin = await setUp(server);
  await admin.caller.confirmIdentity(PASSWORD);
  const groupIds = [await groupId(admin.caller, 'Penetration Tester')];
  const hire = (name: string) =>
    onboard(server, admin.caller, {
      displayName: name,
      email: `${name.toLowerCase()}@stonemere.example`,
      groupIds,
    });
  const [wrong, inactive, expired, suspended, leaver] = [
    await hire('Wrong'),
    await hire('Inactive'),
    await hire('Expired'),
    await hire('Suspended'),
    await hire('Leaver'),
  ];
  const invited = { email: 'invited@stonemere.example' };
  await invite(admin.caller, { displayName: 'Invited', ...invited, groupIds });
  await admin.caller.done('mutate', 'users.deactivateUser', { userId: inactive.id, reason: 'Left' });
  await owner.query(`update account set expires_at = app.now() - interval '1 minute' where id = $1`, [
    expired.id,
  ]);
  await owner.query('update account set suspended_at = app.now() where id = $1', [suspended.id]);
  const customer = await onboardCustomer(server, owner, {
    companyName: 'Aldervale Bank',
    email: 'mara.holt@aldervale.example',
    displayName: 'Mara Holt',
  });
  return { admin, wrong, inactive, expired, suspended, invited, customer, leaver };
});

/** All that an answer tells, without what differs by nature. */
function told({ status, body, headers }: Called): unknown {
  const { date: _date, 'x-request-id': _id, ...rest } = headers;
  return { status, body, headers: rest };
}

describe('S1: a failed sign-in', () => {
  test('looks the same for all kinds of reasons', async () => {
    const { server, wrong, inactive, expired, suspended, invited, customer } = house();
    const attempt = (identifier: string, password = PASSWORD) =>
      new Caller(server.staffUrl).signIn(identifier, password);
    const unknown = told(await attempt('nobody@stonemere.example'));
    const kinds: Record<string, () => Promise<Called>> = {
      'wrong password': () => attempt(wrong.email, 'not the password at all'),
      inactive: () => attempt(inactive.email),
      expired: () => attempt(expired.email),
      suspended: () => attempt(suspended.email),
      'invited, without a password': () => attempt(invited.email),
      'a customer at the staff door': () => attempt(customer.email),
      'no e-mail address at all': () => attempt('nobody'),
    };
    for (const [kind, call] of Object.entries(kinds)) {
      expect(told(await call()), kind).toEqual(unknown);
    }
    for (let count = 0; count < 6; count += 1) await attempt('throttled@stonemere.example');
    expect(told(await attempt('throttled@stonemere.example')), 'throttled').toEqual(unknown);
    expect(unknown).toMatchObject({ status: 401, body: expect.stringContaining('SIGN_IN_FAILED') });
  });

  test('opens the portal to no staff and the dashboard to no customer', async () => {
    const { server, admin, customer } = house();
    const staffAtPortal = await new Caller(server.portalUrl).signIn(admin.email, PASSWORD);
    const customerAtStaff = await new Caller(server.staffUrl).signIn(customer.email, PASSWORD);
    for (const called of [staffAtPortal, customerAtStaff]) {
      expect([called.status, called.code]).toEqual([401, 'SIGN_IN_FAILED']);
      expect(called.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('a session', () => {
  test('is dead once signed out, for whoever kept its cookie', async () => {
    const { server, leaver } = house();
    const caller = new Caller(server.staffUrl);
    await caller.signIn(leaver.email, PASSWORD);
    await caller.presentRecoveryCode(recoveryCodeOf(leaver.email));
    const kept = caller.cookie;
    await caller.done('mutate', 'auth.signOut');
    expect(caller.cookie).toBeNull();
    const thief = new Caller(server.staffUrl);
    thief.cookie = kept;
    expect((await thief.query('auth.getCurrent')).code).toBe('UNAUTHENTICATED');
  });

  test('S6: is a new one at sign-in, and at “Confirm it’s you”; the old one is dead', async () => {
    const { server, admin } = house();
    const caller = new Caller(server.staffUrl);
    caller.cookie = `__Host-sp_staff=${'A'.repeat(43)}`;
    await caller.signIn(admin.email, PASSWORD);
    await caller.presentRecoveryCode(recoveryCodeOf(admin.email));
    const first = caller.cookie;
    expect(first).not.toContain('AAAA');
    await caller.confirmIdentity(PASSWORD);
    expect(caller.cookie).not.toBe(first);
    const thief = new Caller(server.staffUrl);
    thief.cookie = first;
    expect((await thief.query('auth.getCurrent')).code).toBe('UNAUTHENTICATED');
  });

  test('S10: a one-time link of one door opens nothing at the other, and works once under race', async () => {
    const { server, admin } = house();
    const { link } = await invite(admin.caller, { displayName: 'Racer', email: 'racer@stonemere.example' });
    const input = { secret: secretOf(link), displayName: 'Racer', password: PASSWORD };
    const atPortal = await new Caller(server.portalUrl).mutate('invitations.acceptInvitation', input);
    expect([atPortal.status, atPortal.code]).toEqual([400, 'LINK_INVALID']);
    const racers = await Promise.all(
      Array.from({ length: 4 }, () =>
        new Caller(server.staffUrl).mutate('invitations.acceptInvitation', input),
      ),
    );
    expect(racers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400, 400, 400]);
  });
});

describe('what customers download', () => {
  test('names no permission of staff and no procedure of theirs', async () => {
    const folder = dirname(BUILT.portal);
    const files = await readdir(folder, { recursive: true });
    const scripts = files.filter((file) => /\.(?:js|html|css)$/.test(file));
    expect(scripts.length).toBeGreaterThan(2);
    const words =
      /manage-(?:users|projects|customers|companies|configurations|vulnerability-data)|assign-projects|listUsers|inviteUser|listAudit|createGroup|deactivateUser/;
    for (const file of scripts) {
      const text = await readFile(join(folder, file), 'utf8');
      expect(words.exec(text)?.[0], file).toBeUndefined();
    }
  });

  test('tells nothing of staff in the portal’s own answers', async () => {
    const { server, customer, admin } = house();
    const answers = [
      await new Caller(server.portalUrl).query('door.getDoor'),
      await customer.caller.query('auth.getCurrent'),
      await customer.caller.query('profile.getProfile'),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      for (const word of [admin.id, admin.email, 'Fischer', server.staffUrl, 'manage-']) {
        expect(answer.body.replaceAll('manage-colleagues', '')).not.toContain(word);
      }
    }
    expect(at(answers[1]?.data, 'companyName')).toBe('Aldervale Bank');
  });
});
