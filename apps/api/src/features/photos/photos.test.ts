import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inTransaction, Prisma } from '@sallyport/db';
import {
  completeSetup,
  makeCompany,
  makeCustomer,
  makeProject,
  makeStaff,
  type TestAccount,
} from '@sallyport/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerOf } from '../../doors/testing/customers.ts';
import { pngOf } from '../../doors/testing/evidence.ts';
import { auditRows, readValue, staffUser } from '../../doors/testing/people.ts';
import { givePhoto } from '../../doors/testing/photos.ts';
import { openTestDoors, type TestDoor, type TestDoors } from '../../doors/testing/test-doors.ts';
import { inSettledTransaction } from '../../trpc/settle.ts';

type Session = { secret: string };

let doors: TestDoors;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
});
afterAll(() => doors[Symbol.asyncDispose]());

const upload = (door: TestDoor, as: Session, body: Buffer) =>
  door.send('/upload/photo', { as, body, name: 'me.png' });
const photoOf = (account: TestAccount, as: Session) =>
  doors.staff.send(`/files/photos/${account.id}`, { as });
const ownPhoto = (as: Session) => doors.portal.send('/files/photo', { as });
const filesOf = (account: TestAccount) =>
  readValue(doors, `SELECT count(*)::int FROM stored_file WHERE kind = 'PHOTO' AND company_id = $1`, [
    account.companyId,
  ]);
/** Names of the finished files in a store on disk that belong to this file. */
const onDisk = async (store: 'inside' | 'portal', fileId: string) =>
  (await readdir(join(doors.filesFolder, store), { recursive: true }).catch(() => [])).filter((name) =>
    name.includes(fileId),
  );
const customer = async () => customerOf(doors, await makeCompany(doors.db));

describe.each(['staff', 'portal'] as const)('R4 a photo, %s', (name) => {
  const door = () => doors[name];
  const somebody = () => (name === 'staff' ? staffUser(doors) : customer());
  const shown = (account: TestAccount, as: Session) =>
    name === 'staff' ? photoOf(account, as) : ownPhoto(as);

  test('R4 allows a picture and makes it a square WebP without metadata', async () => {
    const { account, as } = await somebody();
    const tagged = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#336699' } })
      .withExif({ IFD0: { Copyright: 'Camera of Ines' } })
      .jpeg()
      .toBuffer();
    const sent = await upload(door(), as, tagged);
    expect(sent.status).toBe(200);
    const photo = await shown(account, as);
    expect(photo.headers).toMatchObject({ 'content-type': 'image/webp' });
    expect(photo.headers['content-disposition']).toMatch(/^inline/);
    expect(await sharp(photo.bytes).metadata()).toMatchObject({ format: 'webp', width: 512, height: 512 });
    expect(photo.bytes.includes('Camera of Ines')).toBe(false);
  });

  test('R4 refuses SVG, GIF, two files in one, one cut off and one too large, and leaves nothing', async () => {
    const { account, as } = await somebody();
    const before = await filesOf(account);
    const png = await pngOf(200, 200);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const refused = [
      Buffer.from(svg),
      Buffer.from('GIF89a'),
      Buffer.concat([png, Buffer.from(svg)]),
      png.subarray(0, png.length / 2),
      Buffer.alloc(0),
    ];
    for (const body of refused) expect((await upload(door(), as, body)).status).toBe(400);
    expect((await upload(door(), as, Buffer.alloc(5 * 1_048_576 + 1))).status).toBe(413);
    const huge = await sharp({ create: { width: 8_000, height: 6_000, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    const answer = await upload(door(), as, huge);
    expect(answer.error?.userMessage).toMatch(/40 million pixels/);
    expect(await filesOf(account)).toBe(before);
    expect((await shown(account, as)).status).toBe(404);
  });

  test('02: another photo takes the place of the first; removed, no file is left behind', async () => {
    const { account, as } = await somebody();
    const before = Number(await filesOf(account));
    const first = (await upload(door(), as, await pngOf())).data<{ photo: string }>().photo;
    const second = (await upload(door(), as, await pngOf(30, 20))).data<{ photo: string }>().photo;
    expect(second).not.toBe(first);
    const store = name === 'staff' ? 'inside' : 'portal';
    expect(await onDisk(store, first)).toEqual([]);
    expect(await onDisk(store, second)).toHaveLength(1);
    expect(await filesOf(account)).toBe(before + 1);
    const profile = await door().call('profile.getProfile', undefined, { as });
    // A photo is no part of what an edit of the profile conflicts with.
    expect(profile.data()).toMatchObject({ photo: second, version: 1 });
    expect((await door().call('auth.getCurrent', undefined, { as })).data()).toMatchObject({
      user: { photo: second },
    });
    expect((await door().call('profile.removePhoto', {}, { as })).data()).toEqual({ photo: null });
    expect((await door().call('profile.removePhoto', {}, { as })).status).toBe(404);
    expect(await onDisk(store, second)).toEqual([]);
    expect(await filesOf(account)).toBe(before);
    const recorded = (await auditRows(doors)).filter((row) => row['object_id'] === account.id);
    expect(recorded.map(({ action, actor_id }) => [action, actor_id])).toEqual(
      ['account.photo-changed', 'account.photo-changed', 'account.photo-removed'].map((action) => [
        action,
        account.id,
      ]),
    );
  });

  test('02: of two photos at once one is shown, and the other leaves no file', async () => {
    const { account, as } = await somebody();
    const before = Number(await filesOf(account));
    const pictures = await Promise.all([pngOf(20, 20), pngOf(30, 30)]);
    const answers = await Promise.all(pictures.map((bytes) => upload(door(), as, bytes)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await filesOf(account)).toBe(before + 1);
    expect((await shown(account, as)).status).toBe(200);
  });
});

describe('U1, U4 a photo goes with its person', () => {
  const because = { reason: 'Left' };
  const rowOf = (photo: string) =>
    readValue(doors, 'SELECT count(*)::int FROM stored_file WHERE id = $1', [photo]);
  const takeOutOfUse = ({ id }: TestAccount) =>
    doors.db.owner.query(`UPDATE account SET status = 'INACTIVE' WHERE id = $1`, [id]);
  /** A photo as an import of people would leave it: its person has done nothing, so the account can be deleted. */
  async function photoWithoutTrace(account: TestAccount): Promise<string> {
    const { id, companyId } = account;
    const facts = {
      companyId,
      projectId: null,
      kind: 'PHOTO',
      name: 'photo.webp',
      mediaType: 'image/webp',
      createdById: null,
    } as const;
    const { fileId } = await inSettledTransaction(
      doors.db.staff,
      { session: null, requestId: 'x' },
      async (tx) => doors.files.put(tx, { ...facts, width: 20, height: 20 }, await pngOf(20, 20)),
    );
    await doors.db.owner.query('UPDATE account SET photo_file_id = $1 WHERE id = $2', [fileId, id]);
    return fileId;
  }

  test('U1 allows staff and customers to be anonymised: neither row nor file is left', async () => {
    const admin = await staffUser(doors, { isAdmin: true });
    const [user, client] = [await staffUser(doors), await customer()];
    const photos = [await givePhoto(doors, user.account), await givePhoto(doors, client.account)] as const;
    expect(await onDisk('inside', photos[0])).toHaveLength(1);
    expect(await onDisk('portal', photos[1])).toHaveLength(1);
    for (const { account } of [user, client]) await takeOutOfUse(account);
    const { call } = doors.staff;
    const ofUser = { userId: user.account.id, ...because };
    expect((await call('users.anonymiseUser', ofUser, admin)).status).toBe(200);
    const ofCustomer = { customerId: client.account.id, ...because };
    expect((await call('customers.anonymiseCustomer', ofCustomer, admin)).status).toBe(200);
    for (const photo of photos) {
      expect(await rowOf(photo)).toBe(0);
      expect([...(await onDisk('inside', photo)), ...(await onDisk('portal', photo))]).toEqual([]);
    }
  });

  test('U4 allows an account without traces to be deleted, photo and all', async () => {
    const admin = await staffUser(doors, { isAdmin: true });
    const [user, client] = [
      await makeStaff(doors.db, { status: 'INACTIVE' }),
      await makeCustomer(doors.db, { status: 'INACTIVE' }),
    ];
    const photos = [await photoWithoutTrace(user), await photoWithoutTrace(client)];
    for (const photo of photos) expect(await onDisk('inside', photo)).toHaveLength(1);
    const { call } = doors.staff;
    expect((await call('users.deleteUser', { userId: user.id, ...because }, admin)).status).toBe(200);
    const ofCustomer = { customerId: client.id, ...because };
    expect((await call('customers.deleteCustomer', ofCustomer, admin)).status).toBe(200);
    for (const photo of photos) {
      expect([await rowOf(photo), await onDisk('inside', photo)]).toEqual([0, []]);
    }
  });

  test('U4 refuses to delete who left traces, and then photo and file stay', async () => {
    const admin = await staffUser(doors, { isAdmin: true });
    const { account } = await staffUser(doors);
    const photo = await givePhoto(doors, account);
    await takeOutOfUse(account);
    const refused = await doors.staff.call('users.deleteUser', { userId: account.id, ...because }, admin);
    expect(refused.error).toMatchObject({ code: 'CONFLICT', reason: { rule: 'U4' } });
    expect([await rowOf(photo), await onDisk('inside', photo)]).toEqual([1, [expect.any(String)]]);
    expect((await photoOf(account, admin.as)).status).toBe(200);
  });

  test('02 refuses to remove a file whose transaction is undone', async () => {
    const { account, as } = await staffUser(doors);
    const photo = await givePhoto(doors, account);
    const undone = inSettledTransaction(doors.db.staff, { session: null, requestId: 'x' }, async (tx) => {
      await tx.$executeRaw(
        Prisma.sql`update account set photo_file_id = null where id = ${account.id}::uuid`,
      );
      await doors.files.remove(tx, photo);
      expect(await onDisk('inside', photo)).toHaveLength(1);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await onDisk('inside', photo)).toHaveLength(1);
    expect((await photoOf(account, as)).status).toBe(200);
  });
});

describe('Who may read photos', () => {
  test('Who may read: allows every staff user to see those of staff, with the names in every list', async () => {
    const { account } = await staffUser(doors, { displayName: 'Aaron Face' });
    const photo = await givePhoto(doors, account);
    const nobody = await staffUser(doors);
    expect((await photoOf(account, nobody.as)).status).toBe(200);
    const people = await doors.staff.call('people.listPeople', { search: 'Aaron Face' }, nobody);
    expect(people.data()).toMatchObject({ rows: [{ id: account.id, photo }] });
  });

  test('Who may read: refuses photos of customers to staff who do not see their names', async () => {
    const company = await makeCompany(doors.db);
    const { account } = await customerOf(doors, company);
    await givePhoto(doors, account);
    const manager = await staffUser(doors, { isAdmin: true });
    const tester = await staffUser(doors);
    expect((await photoOf(account, manager.as)).status).toBe(200);
    expect((await photoOf(account, tester.as)).status).toBe(404);
    await makeProject(doors.db, { company, team: [{ account: tester.account, role: 'TESTER' }] });
    expect((await photoOf(account, tester.as)).status).toBe(200);
  });

  test('C1 allows a customer one’s own photo, and refuses a colleague’s and everybody of staff', async () => {
    const company = await makeCompany(doors.db);
    const [mira, other] = [await customerOf(doors, company), await customerOf(doors, company)];
    const photo = await givePhoto(doors, mira.account);
    expect((await ownPhoto(mira.as)).status).toBe(200);
    expect((await ownPhoto(other.as)).status).toBe(404);
    const profile = await doors.portal.call('profile.getProfile', undefined, { as: other.as });
    expect(profile.text).not.toContain(photo);
  });

  test('C4 keeps a photo of staff out of the portal’s store and out of a portal process’ keys', async () => {
    const account = await makeStaff(doors.db);
    const photo = await givePhoto(doors, account);
    expect(await onDisk('inside', photo)).toHaveLength(1);
    expect(await onDisk('portal', photo)).toEqual([]);
    const mira = await customer();
    const seen = await inTransaction(doors.db.portal, { session: mira.as.secret, requestId: 'x' }, (tx) =>
      tx.$queryRaw(Prisma.sql`select id from stored_file`),
    );
    expect(seen).toEqual([]);
  });

  test('04: a photo is of its own company, whoever writes the row', async () => {
    const [one, other] = [await customer(), await customer()];
    const photo = await givePhoto(doors, one.account);
    await expect(
      doors.db.owner.query('UPDATE account SET photo_file_id = $1 WHERE id = $2', [photo, other.account.id]),
    ).rejects.toMatchObject({ constraint: 'account_photo_own' });
  });
});
