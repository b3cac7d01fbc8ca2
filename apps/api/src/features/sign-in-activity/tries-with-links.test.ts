import { completeSetup, makeInvitation, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { setMailServer } from '../../mail/testing/test-mail.ts';

let doors: TestDoors;
let admin: SignedInPerson;
beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  await setMailServer(doors);
  admin = await staffUser(doors, { isAdmin: true });
});
afterAll(() => doors[Symbol.asyncDispose]());

/** What the list tells of the tries from one address. */
async function triesFrom(address: string): Promise<unknown[]> {
  const answer = await doors.staff.call('signInActivity.list', { address }, { as: admin.as });
  return answer
    .data<{ rows: { kind: string; outcome: string; account: { name: string } | null }[] }>()
    .rows.map(({ kind, outcome, account }) => `${kind} ${outcome} ${account?.name ?? 'nobody'}`);
}

const accept = (secret: string, address: string) =>
  doors.staff.call(
    'invitations.acceptInvitation',
    { secret, displayName: 'Nora Comer', password: 'wooden spoons sing at noon' },
    { address },
  );

test('S4: an accepted invitation is a success of whoever accepted it', async () => {
  const account = await makeStaff(doors.db, { status: 'INVITED' });
  const { secret } = await makeInvitation(doors.db, account);
  expect((await accept(secret, '203.0.113.40')).status).toBe(200);
  expect(await triesFrom('203.0.113.40')).toEqual(['LINK SUCCEEDED Nora Comer']);
});

test('S4: a link that opens nothing is a failure of nobody', async () => {
  expect((await accept('x'.repeat(43), '203.0.113.41')).code).toBe('LINK_INVALID');
  expect(await triesFrom('203.0.113.41')).toEqual(['LINK FAILED nobody']);
});

test('S4: a link used a second time is a failure, and the first use stays a success', async () => {
  const { secret } = await makeInvitation(doors.db, await makeStaff(doors.db, { status: 'INVITED' }));
  expect((await accept(secret, '203.0.113.42')).status).toBe(200);
  expect((await accept(secret, '203.0.113.42')).code).toBe('LINK_INVALID');
  expect(await triesFrom('203.0.113.42')).toEqual(['LINK FAILED nobody', 'LINK SUCCEEDED Nora Comer']);
});

test('S10: a reset that was asked for is told of whom it is; of who does not exist it is a failure', async () => {
  const account = await makeStaff(doors.db, { displayName: 'Rita Reset' });
  const address = '203.0.113.43';
  for (const identifier of [account.email, 'nobody@example.test'])
    expect((await doors.staff.call('passwordReset.request', { identifier }, { address })).status).toBe(200);
  expect(await triesFrom(address)).toEqual(['RESET FAILED nobody', 'RESET SUCCEEDED Rita Reset']);
});
