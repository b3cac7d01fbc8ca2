import { readFileSync } from 'node:fs';
import type * as contract from '@sallyport/contracts/tools';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { toolsTypes } from '../scripts/tools-types.ts';
import { createClient } from './create-client.ts';
import { SallyportError } from './sallyport-error.ts';
import type { ToolsApi } from './tools-api.ts';

interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
}

/** A fetch that notes what is sent and answers what it is told. */
function answering(...answers: readonly { status?: number; body: unknown }[]) {
  const sent: Sent[] = [];
  const fetch = async (url: string | URL | Request, init: RequestInit = {}) => {
    sent.push({
      url: String(url),
      method: init.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init.headers)),
      body: init.body,
    });
    const { status = 200, body } = answers[Math.min(sent.length, answers.length) - 1] ?? { body: null };
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  };
  return { sent, client: createClient({ url: 'https://firm.example/', token: 'sp_one_two', fetch }) };
}

describe('the types of the client', () => {
  test('are those of the contract, written out', () => {
    expect(readFileSync(new URL('./tools-api.ts', import.meta.url), 'utf8')).toBe(toolsTypes());
  });

  test('name every procedure, and take every answer of the contract', () => {
    expectTypeOf<keyof ToolsApi>().toEqualTypeOf<keyof contract.ToolsApi>();
    expectTypeOf<contract.ToolsApi['imports.getImport']['output']>().toExtend<
      ToolsApi['imports.getImport']['output']
    >();
  });
});

describe('a call', () => {
  test('asks by GET, changes by POST, and carries the token', async () => {
    const { client, sent } = answering({ body: { result: { data: { version: 3 } } } });
    await client.imports.listImports({ projectId: 'p' });
    expect(await client.imports.applyImport({ importId: 'i', version: 2 })).toEqual({ version: 3 });
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(sent[0]?.url).toBe(
      'https://firm.example/tools/imports.listImports?input=%7B%22projectId%22%3A%22p%22%7D',
    );
    expect(sent[1]?.body).toBe('{"importId":"i","version":2}');
    for (const { headers } of sent) expect(headers['authorization']).toBe('Bearer sp_one_two');
  });

  test('that is refused says why, in the words of the server', async () => {
    const data = {
      code: 'INVALID_INPUT',
      httpStatus: 400,
      userMessage: 'Some fields need another look.',
      fields: [{ path: 'limit', message: 'At most 100.' }],
    };
    const { client } = answering({ status: 400, body: { error: { message: 'x', data } } });
    const refused = await client.projects.listProjects({ limit: 5 }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SallyportError);
    expect(refused).toMatchObject({
      code: 'INVALID_INPUT',
      httpStatus: 400,
      message: data.userMessage,
      fields: data.fields,
    });
  });

  test('to something that is no Sallyport server says so', async () => {
    const { client } = answering({ body: '<html>hello</html>' });
    await expect(client.projects.listProjects({})).rejects.toMatchObject({ code: 'NOT_SALLYPORT' });
  });

  test('without an answer says what to look at, and keeps the cause', async () => {
    const down = async () => {
      throw new TypeError('fetch failed');
    };
    const client = createClient({ url: 'http://localhost:1', token: 'sp_a_b', fetch: down });
    await expect(client.projects.listProjects({})).rejects.toMatchObject({
      code: 'UNREACHABLE',
      httpStatus: 0,
    });
  });
});

describe('importing a scan', () => {
  const detail = (state: string, version: number) => ({ body: { result: { data: { state, version } } } });

  test('sends the bytes under their name, waits for the preview, carries it out and waits again', async () => {
    const { client, sent } = answering(
      { body: { id: 'import-1' } },
      detail('READY', 4),
      { body: { result: { data: { version: 5 } } } },
      detail('APPLIED', 6),
    );
    const done = await client.importScan('project 1', {
      name: 'Kai Süd.nessus',
      bytes: new Uint8Array([1, 2]),
    });
    expect(done.state).toBe('APPLIED');
    expect(sent[0]).toMatchObject({
      url: 'https://firm.example/tools/imports/project%201',
      headers: { 'x-file-name': 'Kai%20S%C3%BCd.nessus', 'content-type': 'application/octet-stream' },
    });
    expect(sent[2]?.body).toBe('{"importId":"import-1","version":4}');
  });

  test('stops at a file that cannot be read, and changes nothing', async () => {
    const { client, sent } = answering({ body: { id: 'import-1' } }, detail('FAILED', 3));
    expect((await client.importScan('p', { name: 'x', bytes: new Uint8Array(1) })).state).toBe('FAILED');
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  test('gives up waiting when told to', async () => {
    const { client } = answering(detail('READING', 1));
    await expect(client.waitForImport('i', { everyMs: 1, timeoutMs: 5 })).rejects.toThrow('still READING');
    await expect(client.waitForImport('i', { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
