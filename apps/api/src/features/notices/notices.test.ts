import { completeSetup, makeCustomer, makeSession } from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { runQueued } from '../../jobs/testing/run-queued.ts';
import { setMailServer, waitingMails } from '../../mail/testing/test-mail.ts';

let doors: TestDoors;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  await setMailServer(doors, { port: 1 });
});
afterAll(() => doors[Symbol.asyncDispose]());

test('S7 every Admin is told of “this was not me”, also of one at the portal, and nobody else', async () => {
  const [admin, tester] = [await staffUser(doors, { isAdmin: true }), await staffUser(doors)];
  const customer = await makeCustomer(doors.db, { displayName: 'Mira Santos' });
  const as = await makeSession(doors.db, customer, { isConfirmed: true });
  await doors.portal.call('profile.changePassword', { newPassword: 'grey foxes borrow umbrellas' }, { as });
  const secret = (await waitingMails(doors, customer.id)).at(-1)?.notMeSecret;
  (await doors.portal.call('notices.notMe', { secret })).data();
  await runQueued(doors);
  expect(await waitingMails(doors, admin.account.id)).toMatchObject([
    { kind: 'not-me-reported', recipient: admin.account.email, variables: { personName: 'Mira Santos' } },
  ]);
  expect(await waitingMails(doors, tester.account.id)).toEqual([]);
});
