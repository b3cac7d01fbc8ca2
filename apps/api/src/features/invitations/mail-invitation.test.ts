import { completeSetup, makeInvitation, makeStaff } from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { setMailServer, waitingMails } from '../../mail/testing/test-mail.ts';

let doors: TestDoors;
let next = 1;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  await setMailServer(doors);
});
afterAll(() => doors[Symbol.asyncDispose]());

const again = (secret: string) =>
  doors.staff.call('invitations.mailAgain', { secret }, { address: `203.0.113.${next++}` });
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000);
const invited = (more: Parameters<typeof makeStaff>[1] = {}) =>
  makeStaff(doors.db, { status: 'INVITED', invitationEndsAt: inAWeek(), ...more });

test('U5 with a mail server the link goes to the invited alone, and not to whoever invites', async () => {
  const { as } = await staffUser(doors, { groups: ['manager'] });
  const person = { displayName: 'Tess Hofmann', email: 'tess@example.test', title: '', groupIds: [] };
  const input = { ...person, reason: 'New colleague', expiresAt: null };
  const answer = await doors.staff.call('users.inviteUser', input, { as });
  const { userId, ...rest } = answer.data<{ userId: string; link: string | null; isMailed: boolean }>();
  expect(rest).toMatchObject({ link: null, isMailed: true });
  const [mail] = await waitingMails(doors, userId);
  expect(mail).toMatchObject({ kind: 'invitation', recipient: 'tess@example.test' });
  const accepted = await doors.staff.call('invitations.acceptInvitation', {
    secret: mail?.variables['secret'],
    displayName: 'Tess Hofmann',
    password: 'wooden spoons sing at noon',
  });
  expect(accepted.status).toBe(200);
});

test('U5 an ended link sends a new one to the invited address, three times an hour', async () => {
  const account = await invited();
  const { secret } = await makeInvitation(doors.db, account, { expiresAt: new Date(Date.now() - 1_000) });
  for (let n = 0; n < 5; n += 1) expect((await again(secret)).data()).toEqual({ done: true });
  const mails = await waitingMails(doors, account.id);
  expect(mails.map(({ recipient }) => recipient)).toEqual(Array.from({ length: 3 }, () => account.email));
  const accept = (link: unknown) =>
    doors.staff.call('invitations.acceptInvitation', {
      secret: link,
      displayName: 'New Comer',
      password: 'wooden spoons sing at noon',
    });
  expect((await accept(mails[0]?.variables['secret'])).code).toBe('LINK_INVALID');
  expect((await accept(mails[2]?.variables['secret'])).status).toBe(200);
});

test('U5 unknown, over, withdrawn and accepted get the same answer and no mail', async () => {
  const over = await invited({ invitationEndsAt: new Date(Date.now() - 1_000) });
  const active = await makeStaff(doors.db);
  const inactive = await invited();
  await doors.db.owner.query(`UPDATE account SET status = 'INACTIVE' WHERE id = $1`, [inactive.id]);
  const texts = [(await again('q'.repeat(43))).text];
  for (const account of [over, active, inactive]) {
    const { secret } = await makeInvitation(doors.db, account);
    texts.push((await again(secret)).text);
    expect(await waitingMails(doors, account.id)).toEqual([]);
  }
  expect(new Set(texts).size).toBe(1);
});
