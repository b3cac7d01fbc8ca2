import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import {
  completeSetup,
  makeFinding,
  makeProject,
  type TestFinding,
  type TestProject,
} from '@sallyport/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pngOf } from '../../doors/testing/evidence.ts';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let lead: SignedInPerson;
let project: TestProject;
let finding: TestFinding;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  lead = await staffUser(doors, { groups: ['penetration-tester'] });
});
beforeEach(async () => {
  project = await makeProject(doors.db, { owners: [lead.account] });
  finding = await makeFinding(doors.db, project);
});
afterAll(() => doors[Symbol.asyncDispose]());

const upload = (body: Buffer, name = 'proof.png', findingId = finding.id, as = lead.as) =>
  doors.staff.send(`/upload/evidence/${findingId}`, { as, body, name });
const uploaded = async (body: Buffer, name?: string, findingId?: string) =>
  (await upload(body, name, findingId)).data<{ id: string; alt: string }>();
const read = (id: string, as = lead.as) => doors.staff.send(`/files/evidence/${id}`, { as });
const call = (path: string, input: object) =>
  doors.staff.call(path, { findingId: finding.id, ...input }, { as: lead.as });
const publish = () =>
  doors.staff.call(
    'findings.publishFindings',
    { projectId: project.id, findingIds: [finding.id] },
    { as: lead.as },
  );
const fileOf = async (id: string) =>
  String(await readValue(doors, 'SELECT file_id FROM evidence WHERE id = $1', [id]));
const copies = async (fileId: string) =>
  (await readdir(join(doors.filesFolder, 'portal'), { recursive: true }).catch(() => [])).filter((name) =>
    name.includes(fileId),
  ).length;
const inside = (fileId: string) => existsSync(doors.files.folders.INSIDE.pathOf(fileId));

/** A PNG that says it is this large and holds next to nothing. */
function emptyPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), 4 + body.length);
    return frame;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * Math.min(height, 5_000)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('R4: what is taken as a picture', () => {
  test('R4: PNG, JPEG and WebP are encoded anew and read back as PNG of the same size', async () => {
    const plain = sharp(await pngOf(30, 20));
    for (const body of [await pngOf(30, 20), await plain.jpeg().toBuffer(), await plain.webp().toBuffer()]) {
      const answer = await upload(body, 'Login_bypass.jpeg');
      expect(answer.data()).toMatchObject({ alt: 'Login bypass', widthPx: 30, heightPx: 20 });
      const back = await read(answer.data<{ id: string }>().id);
      expect(back.headers).toMatchObject({
        'content-type': 'image/png',
        'content-disposition': expect.stringContaining('Login_bypass.png'),
        'x-content-type-options': 'nosniff',
        'cache-control': expect.stringContaining('no-store'),
      });
      expect(await sharp(back.bytes).metadata()).toMatchObject({ format: 'png', width: 30, height: 20 });
    }
  });

  test('R4: where a photograph was taken is gone after the upload, from its bytes too', async () => {
    const gps = { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' };
    const photo = await sharp(await pngOf(40, 30))
      .withExif({ IFD0: { Copyright: 'Jane Roe' }, IFD3: gps })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    expect(photo.includes('Jane Roe')).toBe(true);
    const { bytes } = await read((await uploaded(photo, 'photo.jpg')).id);
    const after = await sharp(bytes).metadata();
    expect([after.exif, after.xmp, after.iptc]).toEqual([undefined, undefined, undefined]);
    expect(bytes.includes('Jane Roe')).toBe(false);
  });

  const hostile: Record<string, () => Promise<Buffer> | Buffer> = {
    'an SVG': () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'HTML called png': () => Buffer.from('<!doctype html><script>alert(1)</script>'),
    'a GIF': () =>
      sharp(Buffer.alloc(300), { raw: { width: 10, height: 10, channels: 3 } })
        .gif()
        .toBuffer(),
    'a PNG that goes on as HTML': async () =>
      Buffer.concat([await pngOf(), Buffer.from('<script>alert(1)</script>')]),
    'a PNG cut off in the middle': async () => (await pngOf(200, 200)).subarray(0, 120),
    'a PNG header and nothing else': () => Buffer.from('89504e470d0a1a0a', 'hex'),
    'a bomb of 900 million pixels': () => emptyPng(30_000, 30_000),
    '41 million pixels': () => emptyPng(8_200, 5_000),
    'a PDF': () => Buffer.from('%PDF-1.7\n'),
  };
  test.each(Object.keys(hostile))('R4: %s is refused with words and leaves nothing', async (name) => {
    const answer = await upload((await hostile[name]?.()) ?? Buffer.alloc(0));
    expect(answer.error).toMatchObject({
      code: 'INVALID_INPUT',
      userMessage: expect.stringMatching(/\w+\.$/),
    });
    expect(
      await readValue(doors, 'SELECT count(*)::int FROM stored_file WHERE project_id = $1', [project.id]),
    ).toBe(0);
  });

  test('R4: a file larger than 20 MB is refused before it is read', async () => {
    expect((await upload(Buffer.alloc(20 * 1_048_576 + 1))).status).toBe(413);
  });

  test.each([
    ['../../etc/passwd', 'passwd.png'],
    ['<img src=x>.png', '<img src=x>.png'],
    ['CON\u202egnp.exe', 'CONgnp.png'],
  ])('a name such as %s is only a name', async (name, stored) => {
    const { id } = await uploaded(await pngOf(), name);
    const kept = await readValue(doors, 'SELECT name FROM stored_file WHERE id = $1', [await fileOf(id)]);
    expect(kept).toBe(stored);
  });
});

describe('who reads it', () => {
  test('an id of another finding in the text opens nothing that was not open: the picture is read as its own finding', async () => {
    const secret = await makeFinding(doors.db, await makeProject(doors.db));
    const admin = await staffUser(doors, { isAdmin: true });
    const { id } = (await upload(await pngOf(), 'x.png', secret.id, admin.as)).data<{ id: string }>();
    const saved = await call('findings.updateFinding', {
      version: 1,
      title: 'Shows a picture of another',
      severitySource: 'MANUAL',
      severity: 'low',
      cvss31Vector: '',
      cvss40Vector: '',
      cwe: [],
      cve: [],
      links: [],
      description: `![look](evidence:${id})`,
      impact: '',
      steps: '',
      recommendation: '',
    });
    expect(saved.status).toBe(200);
    const foreign = await read(id);
    expect([foreign.status, foreign.text]).toEqual([404, (await read(crypto.randomUUID())).text]);
    await publish();
    expect(await copies(await fileOf(id))).toBe(0);
    expect((await read(id, admin.as)).status).toBe(200);
  });

  test('A12: without a session, or with one of the portal, nothing is read', async () => {
    const { id } = await uploaded(await pngOf());
    expect((await doors.staff.send(`/files/evidence/${id}`)).status).toBe(401);
    expect((await doors.staff.send(`/files/evidence/not-an-id`, { as: lead.as })).status).toBe(400);
  });

  test('evidence is changed and removed through its own finding alone', async () => {
    const { id } = await uploaded(await pngOf());
    const other = await makeFinding(doors.db, project);
    const change = { evidenceId: id, caption: '', alt: '', audience: 'INTERNAL', findingId: other.id };
    expect((await call('evidence.updateEvidence', change)).status).toBe(404);
    expect((await call('evidence.removeEvidence', { evidenceId: id, findingId: other.id })).status).toBe(404);
    expect((await call('evidence.removeEvidence', { evidenceId: id })).status).toBe(200);
  });
});

describe('C4: what customers see of it', () => {
  const setAudience = (evidenceId: string, audience: 'INTERNAL' | 'CLIENT') =>
    call('evidence.updateEvidence', { evidenceId, caption: 'Step 1', alt: 'The menu', audience });

  test('C4: on a draft nothing enters the portal’s store; on a published finding a new picture does at once', async () => {
    const before = await uploaded(await pngOf());
    expect(await copies(await fileOf(before.id))).toBe(0);
    expect((await publish()).status).toBe(200);
    const after = await uploaded(await pngOf());
    expect([await copies(await fileOf(before.id)), await copies(await fileOf(after.id))]).toEqual([1, 1]);
  });

  test('C4: what becomes internal leaves at once and comes back when it is the client’s again', async () => {
    const { id } = await uploaded(await pngOf());
    await publish();
    const fileId = await fileOf(id);
    expect((await setAudience(id, 'INTERNAL')).status).toBe(200);
    expect(await copies(fileId)).toBe(0);
    expect(inside(fileId)).toBe(true);
    expect((await setAudience(id, 'CLIENT')).status).toBe(200);
    expect(await copies(fileId)).toBe(1);
    expect((await setAudience(id, 'CLIENT')).status).toBe(200);
    expect(await copies(fileId)).toBe(1);
    const [row] = (await auditRows(doors, 'evidence.changed')).slice(-2);
    expect(row).toMatchObject({ before: { audience: 'INTERNAL' }, after: { audience: 'CLIENT' } });
  });

  test('on a draft the audience changes without a copy', async () => {
    const { id } = await uploaded(await pngOf());
    await setAudience(id, 'INTERNAL');
    await setAudience(id, 'CLIENT');
    expect(await copies(await fileOf(id))).toBe(0);
    expect((await call('findings.getFinding', {})).data()).toMatchObject({
      evidence: [{ id, caption: 'Step 1', alt: 'The menu', audience: 'CLIENT', widthPx: 12, heightPx: 8 }],
      version: 1,
    });
  });

  test('removing takes it out of both stores', async () => {
    const { id } = await uploaded(await pngOf());
    await publish();
    const fileId = await fileOf(id);
    expect((await call('evidence.removeEvidence', { evidenceId: id })).status).toBe(200);
    expect([inside(fileId), await copies(fileId)]).toEqual([false, 0]);
    expect((await read(id)).status).toBe(404);
    expect(await readValue(doors, 'SELECT count(*)::int FROM stored_file WHERE id = $1', [fileId])).toBe(0);
  });

  test('deleting a finding takes its pictures along, once the deletion is certain', async () => {
    const { id } = await uploaded(await pngOf());
    const fileId = await fileOf(id);
    expect((await call('findings.deleteFinding', { version: 9 })).code).toBe('STALE_EDIT');
    expect(inside(fileId)).toBe(true);
    expect((await call('findings.deleteFinding', { version: 1 })).status).toBe(200);
    expect(inside(fileId)).toBe(false);
  });
});
