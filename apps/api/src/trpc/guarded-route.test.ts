import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { completeSetup, makeCustomer, makeProject, makeSession } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { writeAudit } from '../audit/write-audit.ts';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../doors/testing/test-doors.ts';
import { AppError } from './errors.ts';
import { staffRoute } from './guarded-route.ts';

const MAX_BYTES = 200_000;
const project = { permission: 'manage-projects', on: 'project', action: 'project.write' } as const;

function uploadAt(url: string, then: (fileId: string) => unknown) {
  return staffRoute.upload({
    ...project,
    url,
    maxBytes: MAX_BYTES,
    output: z.strictObject({ fileId: z.uuid(), name: z.string() }),
    prepare: async ({ upload }) => ({ staged: await upload.stage(), name: upload.name }),
    handle: async ({ tx, call, grant, prepared: { staged, name } }) => {
      call.authorize({ action: 'project.write', project: grant.facts });
      const { companyId } = grant.row;
      const facts = { companyId, projectId: grant.id, kind: 'SCAN', name, mediaType: 'text/plain' } as const;
      const { fileId } = await call.request.door.files.put(
        tx,
        { ...facts, createdById: call.principal.account.id },
        staged,
      );
      await writeAudit(call, { action: 'import.uploaded', objectType: 'project', objectId: grant.id });
      then(fileId);
      return { fileId, name };
    },
  });
}

const routes = [
  uploadAt('/upload/test/:projectId', () => undefined),
  uploadAt('/upload/broken/:projectId', () => {
    throw new Error('after the file was put');
  }),
  uploadAt('/upload/refused/:projectId', () => {
    throw new AppError('FORBIDDEN');
  }),
  staffRoute.download({
    url: '/files/test/:fileId',
    permission: null,
    on: 'project',
    action: 'project.read',
    locate: async (tx, { fileId = '' }) =>
      (await tx.storedFile.findUnique({ where: { id: fileId } }))?.projectId ?? null,
    handle: async ({ call, grant, params: { fileId = '' } }) => {
      call.authorize({ action: 'project.read', project: grant.facts });
      return { fileId, disposition: 'inline' };
    },
  }),
];

let doors: TestDoors;
let lead: SignedInPerson;
let other: SignedInPerson;
let projectId: string;

beforeAll(async () => {
  doors = await openTestDoors({ routes });
  await completeSetup(doors.db);
  lead = await staffUser(doors, { groups: ['penetration-tester'] });
  other = await staffUser(doors, { groups: ['penetration-tester'] });
  projectId = (await makeProject(doors.db, { owners: [lead.account] })).id;
});
afterAll(() => doors[Symbol.asyncDispose]());

const upload = (options: Parameters<TestDoors['staff']['send']>[1] = {}, at = 'test', id = projectId) =>
  doors.staff.send(`/upload/${at}/${id}`, { body: Buffer.from('bytes'), name: 'scan.xml', ...options });

async function stored(): Promise<{ rows: unknown; files: number }> {
  const found = await readdir(doors.filesFolder, { recursive: true, withFileTypes: true });
  return {
    rows: await readValue(doors, 'SELECT count(*)::int FROM stored_file'),
    files: found.filter((entry) => entry.isFile()).length,
  };
}

/** Runs work that must leave neither a row nor a byte. */
async function leavingNothing<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = await stored();
  const result = await work();
  expect(await stored()).toEqual(before);
  return result;
}

describe('uploads pass the gates of procedures', () => {
  test('the lead of a project uploads, and everyone who may reads it back, decrypted', async () => {
    const body = Buffer.alloc(150_000, 'scan ');
    const answer = await upload({ as: lead.as, body, name: 'Übersicht "1".xml' });
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store, private');
    const { fileId, name } = answer.data<{ fileId: string; name: string }>();
    expect(name).toBe('Übersicht "1".xml');
    const read = await doors.staff.send(`/files/test/${fileId}`, { as: lead.as });
    expect(read.bytes.equals(body)).toBe(true);
    expect(read.headers).toMatchObject({
      'content-type': 'text/plain',
      'content-length': '150000',
      // Not a picture, so it is saved whatever the route says.
      'content-disposition': `attachment; filename="_bersicht _1_.xml"; filename*=UTF-8''%C3%9Cbersicht%20%221%22.xml`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store, private',
    });
    expect(await auditRows(doors, 'import.uploaded')).toContainEqual(
      expect.objectContaining({ actor_id: lead.account.id, object_id: projectId }),
    );
  });

  test('nobody without a session: none, a forged one, or one of the portal', async () => {
    const customer = await makeSession(doors.db, await makeCustomer(doors.db));
    for (const as of [null, { secret: 'A'.repeat(43) }, customer]) {
      const answer = await leavingNothing(() => upload({ as }));
      expect([answer.status, answer.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
    const portalCookie = { cookie: `__Host-sp_portal=${customer.secret}` };
    expect((await leavingNothing(() => upload({ headers: portalCookie }))).status).toBe(401);
  });

  test('not without the permission, and refused before a byte is read', async () => {
    const nobody = await staffUser(doors);
    const body = Buffer.alloc(MAX_BYTES + 1);
    expect((await leavingNothing(() => upload({ as: nobody.as, body }))).code).toBe('FORBIDDEN');
  });

  test('a project of others answers byte for byte like one that does not exist', async () => {
    const hidden = await leavingNothing(() => upload({ as: other.as }));
    const nothing = await upload({ as: other.as }, 'test', crypto.randomUUID());
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(nothing.text);
    expect(await auditRows(doors, 'access.refused')).toContainEqual(
      expect.objectContaining({ actor_id: other.account.id, object_type: 'project', object_id: projectId }),
    );
  });

  test('R1: only from the door’s own pages', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'same-site', origin: 'http://localhost:4200' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await leavingNothing(() => upload({ as: lead.as, headers }))).code).toBe('WRONG_ORIGIN');
    }
  });

  test.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain'])(
    'R1: not as %s',
    async (type) => {
      const answer = await leavingNothing(() => upload({ as: lead.as, headers: { 'content-type': type } }));
      expect([answer.status, answer.code]).toEqual([400, 'INVALID_INPUT']);
    },
  );

  test('R1: procedures still take no octet-stream', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    expect((await doors.staff.call('profile.updateProfile', {}, { as: lead.as, headers })).status).toBe(400);
  });

  test('too much is refused with words, whether it is announced or not', async () => {
    const body = Buffer.alloc(MAX_BYTES + 1);
    const announced = await leavingNothing(() => upload({ as: lead.as, body }));
    expect([announced.status, announced.code]).toEqual([413, 'TOO_LARGE']);
    const response = await leavingNothing(() =>
      doors.staff.server.inject({
        method: 'POST',
        url: `/upload/test/${projectId}`,
        headers: {
          host: 'localhost:4100',
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/octet-stream',
          'x-file-name': 'a',
          'transfer-encoding': 'chunked',
          cookie: `__Host-sp_staff=${lead.as.secret}`,
        },
        payload: Readable.from(Array.from({ length: 5 }, () => Buffer.alloc(50_000))),
      }),
    );
    expect(response.statusCode).toBe(413);
  });

  test('over a real connection the client still reads why, though most of its body was never taken', async () => {
    const { server } = doors.staff;
    if (!server.server.listening) await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as AddressInfo;
    const headers = {
      host: 'localhost:4100',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/octet-stream',
      'x-file-name': 'a',
      cookie: `__Host-sp_staff=${lead.as.secret}`,
    };
    const path = `/upload/test/${projectId}`;
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path, headers });
    const status = new Promise((resolve, reject) => {
      sent.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
    });
    Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(50_000))).pipe(sent);
    expect(await leavingNothing(() => status)).toBe(413);
  });

  test('an empty file and one without a name are refused with words', async () => {
    const empty = await leavingNothing(() => upload({ as: lead.as, body: Buffer.alloc(0) }));
    expect(empty.error?.userMessage).toContain('empty');
    const nameless = await leavingNothing(() => upload({ as: lead.as, headers: { 'x-file-name': '%zz' } }));
    expect(nameless.error?.userMessage).toContain('x-file-name');
  });

  test('what fails or is refused after the file was put leaves neither row nor byte', async () => {
    const broken = await leavingNothing(() => upload({ as: lead.as }, 'broken'));
    expect([broken.status, broken.code]).toEqual([500, 'INTERNAL']);
    const refused = await leavingNothing(() => upload({ as: lead.as }, 'refused'));
    expect(refused.code).toBe('FORBIDDEN');
    expect(await auditRows(doors, 'call.failed')).toMatchObject([
      { outcome: 'FAILED', after: { procedure: 'POST /upload/broken/:projectId' } },
    ]);
  });
});

describe('downloads pass the gates of procedures', () => {
  test('a file of others, a random id and one that is no id', async () => {
    const { fileId } = (await upload({ as: lead.as })).data<{ fileId: string }>();
    const get = (id: string, as: { secret: string } | null) => doors.staff.send(`/files/test/${id}`, { as });
    expect((await get(fileId, lead.as)).text).toBe('bytes');
    const [hidden, nothing] = [await get(fileId, other.as), await get(crypto.randomUUID(), other.as)];
    expect(hidden.status).toBe(404);
    expect(hidden.text).toBe(nothing.text);
    expect((await get('1', lead.as)).code).toBe('INVALID_INPUT');
    expect((await get(fileId, null)).code).toBe('UNAUTHENTICATED');
  });
});
