import { completeSetup, makeClient, makeGroup, makeProject } from '@sallyport/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pngOf } from '../../doors/testing/evidence.ts';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let keeper: SignedInPerson;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  const group = await makeGroup(doors.db, { grants: [{ permission: 'manage-companies' }] });
  keeper = await staffUser(doors, { groups: [group.id] });
});
afterAll(() => doors[Symbol.asyncDispose]());

const upload = (companyId: string, body: Buffer, by = keeper) =>
  doors.staff.send(`/upload/logos/${companyId}`, { as: by.as, body, name: 'client logo.png' });
const download = (companyId: string, by = keeper) =>
  doors.staff.send(`/files/logos/${companyId}`, { as: by.as });
const filesOf = (companyId: string) =>
  readValue(doors, 'SELECT count(*)::int FROM stored_file WHERE company_id = $1', [companyId]);

test('a logo is encoded anew, shown, replaced and taken away; no file is left behind', async () => {
  const { id } = await makeClient(doors.db);
  expect((await download(id)).status).toBe(404);
  const sent = await pngOf(2_048, 512);
  const first = await upload(id, sent);
  expect(JSON.parse(first.text)).toEqual({ version: 2 });
  const shown = await download(id);
  expect(shown.status).toBe(200);
  expect(shown.headers['content-type']).toBe('image/png');
  expect(await sharp(shown.bytes).metadata()).toMatchObject({ format: 'png', width: 1_024, height: 256 });
  const inPortal = 'SELECT in_portal_at IS NOT NULL FROM stored_file WHERE company_id = $1';
  expect(await readValue(doors, inPortal, [id])).toBe(true);

  expect(JSON.parse((await upload(id, await pngOf(10, 10))).text)).toEqual({ version: 3 });
  expect(await sharp((await download(id)).bytes).metadata()).toMatchObject({ width: 10 });
  expect(await filesOf(id)).toBe(1);

  const removed = await doors.staff.call('companies.removeLogo', { companyId: id, version: 3 }, keeper);
  expect(removed.data()).toMatchObject({ hasLogo: false, version: 4 });
  expect((await download(id)).status).toBe(404);
  expect(await filesOf(id)).toBe(0);
  const actions = (await auditRows(doors))
    .filter((row) => row['object_id'] === id)
    .map((row) => row['action']);
  expect(actions).toEqual(
    expect.arrayContaining(['company.logo-changed', 'company.logo-changed', 'company.logo-removed']),
  );
});

test('02: of two logos at once one is shown, and the other leaves no file', async () => {
  const { id } = await makeClient(doors.db);
  const pictures = await Promise.all([pngOf(20, 20), pngOf(30, 30)]);
  const answers = await Promise.all(pictures.map((bytes) => upload(id, bytes)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await filesOf(id)).toBe(1);
  expect((await download(id)).status).toBe(200);
});

test('R4: what is no PNG, JPEG or WebP is refused and leaves nothing', async () => {
  const { id } = await makeClient(doors.db);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  for (const bytes of [svg, Buffer.from('GIF89a'), Buffer.from('%PDF-1.7'), Buffer.alloc(0)]) {
    expect((await upload(id, bytes)).status).toBe(400);
  }
  expect((await upload(id, Buffer.alloc(5 * 1_048_576 + 1))).status).toBe(413);
  expect(await filesOf(id)).toBe(0);
});

test('Who may read: the logo is seen by whoever sees the name, and by nobody else', async () => {
  const company = await makeClient(doors.db);
  await upload(company.id, await pngOf());
  const nobody = await staffUser(doors);
  expect((await download(company.id, nobody)).status).toBe(404);
  await makeProject(doors.db, { company, team: [{ account: nobody.account, role: 'OBSERVER' }] });
  expect((await download(company.id, nobody)).status).toBe(200);
  expect((await upload(company.id, await pngOf(), nobody)).status).toBe(403);
});
