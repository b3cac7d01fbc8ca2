import { completeSetup, makeSetupLink } from '@sallyport/testing';
import { expect, test } from 'vitest';
import { auditRows, readValue } from '../../doors/testing/people.ts';
import { openTestDoors } from '../../doors/testing/test-doors.ts';

const input = (secret: string, email = 'first@example.test') => ({
  secret,
  firmName: 'Northgate Security',
  displayName: 'First Admin',
  email,
  password: 'quiet lamps under cold water',
});

test('S11: the link names the firm, makes the first Admin and signs in', async () => {
  await using doors = await openTestDoors();
  const { secret } = await makeSetupLink(doors.db);
  expect((await doors.staff.call('door.getDoor')).data()).toMatchObject({ isSetupOpen: true });
  const answer = await doors.staff.call('setup.completeSetup', input(secret));
  expect(answer.data()).toEqual({ done: true });
  const current = await doors.staff.call('auth.getCurrent', undefined, {
    as: { secret: answer.secret ?? '' },
  });
  expect(current.data()).toMatchObject({ firmName: 'Northgate Security', user: { isAdmin: true } });
  expect((await doors.staff.call('door.getDoor')).data()).toMatchObject({ isSetupOpen: false });
  expect((await auditRows(doors)).map((row) => row['action'])).toEqual([
    'setup.completed',
    'session.signed-in',
  ]);
  const again = await doors.staff.call('auth.signIn', {
    identifier: 'first@example.test',
    password: 'quiet lamps under cold water',
  });
  expect(again.status).toBe(200);
});

test('S11: afterwards it does not exist: the same bytes as a procedure that never was', async () => {
  await using doors = await openTestDoors();
  const { secret } = await makeSetupLink(doors.db);
  await completeSetup(doors.db);
  const answer = await doors.staff.call('setup.completeSetup', input(secret));
  const never = await doors.staff.call('setup.neverWas', input(secret));
  expect([answer.status, answer.text]).toEqual([404, never.text]);
  const malformed = await doors.staff.call('setup.completeSetup', { nonsense: 1 });
  expect([malformed.status, malformed.text]).toEqual([404, never.text]);
});

test('S11: two at once: one wins, and there is one Admin', async () => {
  await using doors = await openTestDoors();
  const [one, two] = [await makeSetupLink(doors.db), await makeSetupLink(doors.db)];
  const answers = await Promise.all([
    doors.staff.call('setup.completeSetup', input(one.secret, 'one@example.test')),
    doors.staff.call('setup.completeSetup', input(two.secret, 'two@example.test')),
    doors.staff.call('setup.completeSetup', input(one.secret, 'three@example.test')),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404]);
  expect(await readValue(doors, 'SELECT count(*)::int FROM account WHERE is_admin')).toBe(1);
});

test('S11: a wrong or ended link is refused and a weak password too; nothing is made', async () => {
  await using doors = await openTestDoors();
  const { secret } = await makeSetupLink(doors.db);
  const ended = await makeSetupLink(doors.db, { expiresAt: new Date(Date.now() - 1000) });
  const call = (body: unknown) => doors.staff.call('setup.completeSetup', body);
  expect((await call(input('x'.repeat(43)))).code).toBe('LINK_INVALID');
  expect((await call(input(ended.secret))).code).toBe('LINK_INVALID');
  expect((await call({ ...input(secret), password: 'northgate security' })).code).toBe('PASSWORD_REFUSED');
  expect(await readValue(doors, 'SELECT count(*)::int FROM account')).toBe(0);
  expect((await call(input(secret))).status).toBe(200);
});
