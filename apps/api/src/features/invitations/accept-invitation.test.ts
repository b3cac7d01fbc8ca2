import { completeSetup, makeCustomer, makeInvitation, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditRows, readValue, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

const PASSWORD = 'wooden spoons sing at noon';
let doors: TestDoors;
let nextAddress = 1;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

function accept(secret: string, more: Record<string, unknown> = {}, door: 'staff' | 'portal' = 'staff') {
  const input = { secret, displayName: 'New Comer', password: PASSWORD, ...more };
  return doors[door].call('invitations.acceptInvitation', input, { address: `203.0.113.${nextAddress++}` });
}

const invited = async (input: Parameters<typeof makeStaff>[1] = {}) => {
  const account = await makeStaff(doors.db, { status: 'INVITED', ...input });
  return { account, ...(await makeInvitation(doors.db, account)) };
};

test('U5: the invited chooses name and password and is signed in', async () => {
  const { account, secret } = await invited({ groups: ['penetration-tester'] });
  const answer = await accept(secret);
  const current = await doors.staff.call('auth.getCurrent', undefined, {
    as: { secret: answer.secret ?? '' },
  });
  expect(current.data()).toMatchObject({ user: { id: account.id, displayName: 'New Comer' } });
  const actions = (await auditRows(doors))
    .filter((row) => row['object_id'] === account.id)
    .map((row) => row['action']);
  expect(actions).toEqual(['invitation.accepted']);
});

test('U5: of twenty at once exactly one accepts', async () => {
  const { account, secret } = await invited();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => accept(secret, { displayName: `Number ${n}` })),
  );
  const codes = answers.map(({ code }) => code);
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  expect(codes.filter((code) => code === 'LINK_INVALID')).toHaveLength(19);
  expect(
    await readValue(doors, 'SELECT count(*)::int FROM session WHERE account_id = $1', [account.id]),
  ).toBe(1);
});

test('S10: unknown, used, ended, withdrawn and of the other door answer the same', async () => {
  const used = await invited();
  await accept(used.secret);
  const ended = await makeStaff(doors.db, { status: 'INVITED' });
  const endedLink = await makeInvitation(doors.db, ended, { expiresAt: new Date(Date.now() - 1000) });
  const inactive = await invited();
  await doors.db.owner.query(`UPDATE account SET status = 'INACTIVE' WHERE id = $1`, [inactive.account.id]);
  const customer = await makeInvitation(doors.db, await makeCustomer(doors.db, { status: 'INVITED' }));
  const texts = [];
  for (const { secret } of [{ secret: 'x'.repeat(43) }, used, endedLink, inactive, customer]) {
    texts.push((await accept(secret)).text);
  }
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).toContain('LINK_INVALID');
  const atPortal = await accept(customer.secret, {}, 'portal');
  const as = { secret: atPortal.secret ?? '' };
  expect((await doors.portal.call('auth.getCurrent', undefined, { as })).status).toBe(200);
});

test('S2: a password with the e-mail address in it is refused, and the link still works', async () => {
  const { secret } = await invited({ email: 'tesshofmann@example.test' });
  expect((await accept(secret, { password: 'tesshofmann likes tea' })).code).toBe('PASSWORD_REFUSED');
  expect((await accept(secret)).status).toBe(200);
});

test('S4: made-up links cost no more hashes than an address may try', async () => {
  const before = doors.hashes();
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      doors.staff.call(
        'invitations.acceptInvitation',
        { secret: `${n}`.padStart(43, 'z'), displayName: 'New Comer', password: PASSWORD },
        { address: '198.51.100.77' },
      ),
    ),
  );
  expect(doors.hashes() - before).toBeLessThanOrEqual(30);
  expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['LINK_INVALID', 'THROTTLED']));
});

test('U5: renewing ends the earlier link; who accepted cannot be renewed', async () => {
  const { as } = await staffUser(doors, { groups: ['manager'] });
  const { account, secret } = await invited();
  const renewed = await doors.staff.call('users.renewInvitation', { userId: account.id }, { as });
  const { link } = renewed.data<{ link: string }>();
  expect(link).toMatch(/^http:\/\/localhost:4100\/accept-invitation#[\w-]{43}$/);
  expect((await accept(secret)).code).toBe('LINK_INVALID');
  expect((await accept(link.split('#')[1] ?? '')).status).toBe(200);
  const again = await doors.staff.call('users.renewInvitation', { userId: account.id }, { as });
  expect(again.error).toMatchObject({ code: 'FORBIDDEN', reason: { gate: 'G9', rule: 'U1' } });
});
