import {
  type AskedByServer,
  completeSetup,
  makeClient,
  makeCustomer,
  makeFinding,
  makeProject,
  makeSession,
  makeStaff,
  type TestAccount,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerOf } from '../../doors/testing/customers.ts';
import { pngOf, storeEvidence } from '../../doors/testing/evidence.ts';
import { enrolPasskey } from '../../doors/testing/factors.ts';
import { auditRows, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { FULL_PDF, storeReport } from '../../doors/testing/reports.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

const RIGHT = 'seven slow herons over mud';
const ALL_ON = { mayUseTokens: true, isPasskeyOnly: false, mayDownload: true, mayComment: true };
const because = { reason: 'For the test' };

/** What the switches of an account do at the doors; each is set as an Admin sets it. */
let doors: TestDoors;
let admin: SignedInPerson;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  admin = await staffUser(doors, { isAdmin: true });
});
afterAll(() => doors[Symbol.asyncDispose]());

async function setSwitches({ id, audience }: TestAccount, change: Partial<typeof ALL_ON>): Promise<void> {
  const input = { ...ALL_ON, ...change, ...because };
  const answer =
    audience === 'STAFF'
      ? await doors.staff.call('users.setSwitches', { userId: id, ...input }, admin)
      : await doors.staff.call('customers.setCustomerSwitches', { customerId: id, ...input }, admin);
  answer.data();
}
async function setExpiry({ id, audience }: TestAccount, expiresAt: Date): Promise<void> {
  const input = { expiresAt: expiresAt.toISOString(), ...because };
  const answer =
    audience === 'STAFF'
      ? await doors.staff.call('users.setExpiry', { userId: id, ...input }, admin)
      : await doors.staff.call('customers.setCustomerExpiry', { customerId: id, ...input }, admin);
  answer.data();
}
const downloads = async (accountId: string) =>
  (await auditRows(doors, 'report.downloaded'))
    .filter((row) => row['actor_id'] === accountId)
    .map((row) => row['outcome']);

describe('A8 the switch of downloads', () => {
  test('A8 allows a customer the report; refuses it once switched off, and allows it again', async () => {
    const company = await makeClient(doors.db);
    const project = await makeProject(doors.db, { company, shownAt: new Date() });
    const { id } = await storeReport(doors, project, { isReleased: true });
    const { account, as } = await customerOf(doors, company);
    const other = await customerOf(doors, company);
    const download = (by = as) => doors.portal.send(`/files/reports/${id}`, { as: by });
    expect((await download()).bytes.equals(FULL_PDF)).toBe(true);

    await setSwitches(account, { mayDownload: false });
    const refused = await download();
    expect(refused.status).toBe(403);
    expect(refused.error).toMatchObject({ code: 'FORBIDDEN', reason: { gate: 'G7', rule: 'A8' } });
    expect(refused.text).not.toContain('%PDF');
    expect(refused.error?.userMessage).toContain('switched off for your account');
    expect(await downloads(account.id)).toEqual(['ALLOWED']);
    // A report is known of without it; nobody else is touched.
    const listed = await doors.portal.call('reports.listReports', {}, { as });
    expect(listed.data()).toMatchObject({ rows: [{ id }] });
    expect((await download(other.as)).status).toBe(200);

    await setSwitches(account, {});
    expect((await download()).bytes.equals(FULL_PDF)).toBe(true);
  });

  test('A8 allows a page its pictures with downloads off: what it shows is no download', async () => {
    const company = await makeClient(doors.db);
    const project = await makeProject(doors.db, { company, shownAt: new Date() });
    const finding = await makeFinding(doors.db, project, { isPublished: true });
    const picture = await storeEvidence(doors, finding, await pngOf());
    const { account, as } = await customerOf(doors, company);
    await setSwitches(account, { mayDownload: false });
    const shown = await doors.portal.send(`/files/evidence/${picture.id}`, { as });
    expect(shown.status).toBe(200);
    expect(shown.headers['content-disposition']).toMatch(/^inline/);
    const read = await doors.portal.call('findings.getFinding', { findingId: finding.id }, { as });
    expect(read.data()).toMatchObject({ id: finding.id });
  });

  test('A8 allows staff the report; refuses it once switched off, also to an owner of the project', async () => {
    const owner = await staffUser(doors, { groups: ['penetration-tester'] });
    const colleague = await staffUser(doors, { groups: ['project-manager'] });
    const project = await makeProject(doors.db, { owners: [owner.account] });
    const { id } = await storeReport(doors, project);
    const download = ({ as }: SignedInPerson) => doors.staff.send(`/files/reports/${id}`, { as });
    expect((await download(owner)).bytes.equals(FULL_PDF)).toBe(true);
    await setSwitches(owner.account, { mayDownload: false });
    const refused = await download(owner);
    expect([refused.status, refused.error?.reason?.rule]).toEqual([403, 'A8']);
    expect((await download(colleague)).status).toBe(200);
    await setSwitches(owner.account, {});
    expect((await download(owner)).status).toBe(200);
  });
});

describe('A8 the switch of passkeys alone', () => {
  test.each(['STAFF', 'CUSTOMER'] as const)(
    'A8 allows %s the passkey and refuses the password, until it is switched back',
    async (audience) => {
      const password = await doors.password(RIGHT, audience);
      const account =
        audience === 'STAFF'
          ? await makeStaff(doors.db, { password, hasFactor: false })
          : await makeCustomer(doors.db, { password });
      const authenticator = await enrolPasskey(doors, account);
      const door = audience === 'STAFF' ? doors.staff : doors.portal;
      const byPassword = (text = RIGHT) =>
        door.call('auth.signIn', { identifier: account.email, password: text });
      const byPasskey = async () => {
        const asked = await door.call('auth.startPasskeySignIn');
        const response = authenticator.sign(asked.data<AskedByServer>());
        return door.call('auth.signInWithPasskey', { response });
      };
      expect((await byPassword()).data()).toMatchObject({ next: 'factor' });
      await setSwitches(account, { isPasskeyOnly: true });
      const [right, wrong] = [await byPassword(), await byPassword(`${RIGHT}!`)];
      expect([right.status, right.text]).toEqual([401, wrong.text]);
      expect((await byPasskey()).status).toBe(200);
      await setSwitches(account, {});
      expect((await byPassword()).data()).toMatchObject({ next: 'factor' });
    },
  );
});

describe('A7 the end of an account', () => {
  test.each(['STAFF', 'CUSTOMER'] as const)(
    'A7 allows %s until then; from then on session and sign-in are refused',
    async (audience) => {
      const door = audience === 'STAFF' ? doors.staff : doors.portal;
      const account =
        audience === 'STAFF'
          ? await makeStaff(doors.db, { password: await doors.password(RIGHT) })
          : (await customerOf(doors, await makeClient(doors.db))).account;
      const as = await makeSession(doors.db, account);
      const status = async () => (await door.call('auth.getCurrent', undefined, { as })).status;
      const now = Date.now();
      const end = new Date(now + 10 * 60_000);
      await setExpiry(account, end);
      try {
        await doors.db.setNow(new Date(end.getTime() - 1_000));
        expect(await status()).toBe(200);
        await doors.db.setNow(new Date(end.getTime() + 1_000));
        expect(await status()).toBe(401);
        // Also one that was opened at that moment.
        const fresh = await makeSession(doors.db, account);
        expect((await door.call('auth.getCurrent', undefined, { as: fresh })).status).toBe(401);
        if (audience === 'STAFF') {
          const input = { identifier: account.email, password: RIGHT };
          const refused = await door.call('auth.signIn', input);
          const unknown = await door.call('auth.signIn', { ...input, identifier: 'nobody@example.test' });
          expect([refused.status, refused.text]).toEqual([401, unknown.text]);
        }
      } finally {
        await doors.db.setNow(null);
      }
    },
  );
});
