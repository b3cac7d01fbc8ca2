import { readFileSync } from 'node:fs';
import { generateNessus } from '@sallyport/importers/testing';
import { completeSetup, makeProject } from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { runQueued } from '../../jobs/testing/run-queued.ts';

const FIXTURE = readFileSync(
  new URL('../../../../../packages/importers/fixtures/harbour-office.nessus', import.meta.url),
);
const TABLE = readFileSync(
  new URL('../../../../../packages/importers/fixtures/harbour-office.csv', import.meta.url),
);

let doors: TestDoors;
let lead: SignedInPerson;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  lead = await staffUser(doors, { groups: ['penetration-tester'] });
});
afterAll(() => doors[Symbol.asyncDispose]());

interface Detail {
  id: string;
  version: number;
  state: string;
  problem: { message: string; line: number | null } | null;
  findings: { key: string; decision: string; instanceCount: number; newInstanceCount: number }[];
  [more: string]: unknown;
}

const project = () => makeProject(doors.db, { owners: [lead.account] });
const call = (path: string, input: unknown) => doors.staff.call(path, input, { as: lead.as });
const detail = async (importId: string) => (await call('imports.getImport', { importId })).data<Detail>();

async function upload(projectId: string, body: Buffer, name = 'scan.nessus'): Promise<string> {
  const answer = await doors.staff.send(`/upload/imports/${projectId}`, { as: lead.as, body, name });
  expect(answer.status, answer.text).toBe(200);
  await runQueued(doors);
  return (JSON.parse(answer.text) as { id: string }).id;
}

async function importWhole(projectId: string, body: Buffer): Promise<Detail> {
  const importId = await upload(projectId, body);
  const { version, state } = await detail(importId);
  expect(state).toBe('READY');
  expect((await call('imports.applyImport', { importId, version })).status).toBe(200);
  await runQueued(doors);
  return detail(importId);
}

const counts = async (projectId: string) =>
  (
    await doors.db.owner.query(
      `SELECT (SELECT count(*)::int FROM finding WHERE project_id = $1) AS findings,
         (SELECT count(*)::int FROM instance WHERE project_id = $1) AS instances,
         (SELECT count(*)::int FROM instance_event WHERE project_id = $1) AS events`,
      [projectId],
    )
  ).rows[0] as Record<string, number>;

describe('importing a scan', () => {
  test('first says what it would create and changes nothing; carried out it creates exactly that', async () => {
    const { id } = await project();
    const importId = await upload(id, FIXTURE);
    const preview = await detail(importId);
    expect(preview).toMatchObject({
      state: 'READY',
      format: 'Nessus (.nessus)',
      findingCount: 6,
      instanceCount: 14,
      newFindingCount: 6,
      newInstanceCount: 14,
    });
    expect(preview.findings.map(({ decision }) => decision)).toEqual(Array(6).fill('NEW'));
    expect(await counts(id)).toEqual({ findings: 0, instances: 0, events: 0 });

    expect((await call('imports.applyImport', { importId, version: preview.version })).status).toBe(200);
    await runQueued(doors);
    expect(await detail(importId)).toMatchObject({
      state: 'APPLIED',
      newFindingCount: 6,
      newInstanceCount: 14,
    });
    expect(await counts(id)).toEqual({ findings: 6, instances: 14, events: 14 });
  });

  test('keeps the severity of the tool and the vectors of the scanner as they are', async () => {
    const { id } = await project();
    await importWhole(id, FIXTURE);
    const { rows } = await doors.db.owner.query<{ severity: string; source: string; vectors: unknown[] }>(
      `SELECT severity, severity_source AS source, scanner_vectors AS vectors FROM finding WHERE project_id = $1
       ORDER BY severity_rank DESC`,
      [id],
    );
    expect(rows[0]?.severity).toBe('critical');
    expect(new Set(rows.map(({ source }) => source))).toEqual(new Set(['TOOL']));
    expect(rows.some(({ vectors }) => vectors.length > 1)).toBe(true);
  });

  test('a second time it finds everything there, and carried out it changes nothing', async () => {
    const { id } = await project();
    await importWhole(id, FIXTURE);
    const before = await doors.db.owner.query('SELECT * FROM finding WHERE project_id = $1 ORDER BY id', [
      id,
    ]);
    const again = await importWhole(id, FIXTURE);
    expect(again.findings.map(({ decision }) => decision)).toEqual(Array(6).fill('UNCHANGED'));
    expect(again).toMatchObject({ state: 'APPLIED', newFindingCount: 0, newInstanceCount: 0 });
    expect(await counts(id)).toEqual({ findings: 6, instances: 14, events: 14 });
    const after = await doors.db.owner.query('SELECT * FROM finding WHERE project_id = $1 ORDER BY id', [id]);
    expect(after.rows).toEqual(before.rows);
  });

  test('the table of the same scan meets the findings of the .nessus file', async () => {
    const { id } = await project();
    await importWhole(id, FIXTURE);
    const table = await importWhole(id, TABLE);
    expect(new Set(table.findings.map(({ decision }) => decision))).toEqual(new Set(['UNCHANGED']));
  });

  test('what a tester rewrote stays; places that are new are added', async () => {
    const { id } = await project();
    await importWhole(id, FIXTURE);
    await doors.db.owner.query(`UPDATE finding SET title = 'Our own title' WHERE project_id = $1`, [id]);
    const gone = await doors.db.owner.query(
      `DELETE FROM instance WHERE id IN (SELECT id FROM instance WHERE project_id = $1 ORDER BY id LIMIT 1)
       RETURNING finding_id`,
      [id],
    );
    expect(gone.rowCount).toBe(1);
    const again = await importWhole(id, FIXTURE);
    expect(again.findings.filter(({ decision }) => decision === 'MERGE')).toHaveLength(1);
    expect(await counts(id)).toMatchObject({ findings: 6, instances: 14 });
    expect(
      await readValue(doors, `SELECT count(DISTINCT title)::int FROM finding WHERE project_id = $1`, [id]),
    ).toBe(1);
  });

  test('two at once of the same scan give every finding once', async () => {
    const { id } = await project();
    const ids = [await upload(id, FIXTURE), await upload(id, FIXTURE)];
    for (const importId of ids) {
      const { version } = await detail(importId);
      expect((await call('imports.applyImport', { importId, version })).status).toBe(200);
    }
    await Promise.all([runQueued(doors), runQueued(doors)]);
    expect(await counts(id)).toEqual({ findings: 6, instances: 14, events: 14 });
  });

  test('twenty thousand statements are not needed: the number does not grow with the file', async () => {
    const texts: number[] = [];
    for (const items of [40, 400]) {
      const { id } = await project();
      const body = Buffer.from([...generateNessus({ seed: 7, items, plugins: 10, hosts: 40 })].join(''));
      doors.db.statements.length = 0;
      await importWhole(id, body);
      texts.push(doors.db.statements.filter((text) => /insert into (finding|instance)/i.test(text)).length);
    }
    expect(texts[0]).toBe(texts[1]);
  });
});

describe('a file that cannot be imported', () => {
  test.each([
    ['cut off', FIXTURE.subarray(0, FIXTURE.length / 2)],
    [
      'with entities',
      Buffer.from(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><NessusClientData_v2>&a;</NessusClientData_v2>',
      ),
    ],
  ])('%s says what is wrong and where, and nothing is changed', async (_what, body) => {
    const { id } = await project();
    const broken = await detail(await upload(id, Buffer.from(body)));
    expect(broken.state).toBe('FAILED');
    expect(broken.problem?.line).toBeGreaterThan(0);
    expect(await counts(id)).toEqual({ findings: 0, instances: 0, events: 0 });
    expect(await auditRows(doors, 'import.failed')).not.toEqual([]);
  });

  test('of an unknown kind is refused at once, and nothing of it stays', async () => {
    const { id } = await project();
    const body = Buffer.from('just some notes');
    const answer = await doors.staff.send(`/upload/imports/${id}`, { as: lead.as, body, name: 'notes.txt' });
    expect(answer.status).toBe(400);
    expect(answer.error?.userMessage).toContain('Nessus');
    expect(await readValue(doors, 'SELECT count(*)::int FROM scan_import WHERE project_id = $1', [id])).toBe(
      0,
    );
    expect(await readValue(doors, 'SELECT count(*)::int FROM stored_file WHERE project_id = $1', [id])).toBe(
      0,
    );
  });

  test('nothing found is a success with nothing in it', async () => {
    const { id } = await project();
    const empty =
      '<?xml version="1.0"?>\n<NessusClientData_v2><Report name="x"></Report></NessusClientData_v2>';
    expect(await importWhole(id, Buffer.from(empty))).toMatchObject({ state: 'APPLIED', newFindingCount: 0 });
  });
});

describe('an import that waits', () => {
  test('can be put aside, and then no more be carried out', async () => {
    const { id } = await project();
    const importId = await upload(id, FIXTURE);
    const { version } = await detail(importId);
    expect((await call('imports.discardImport', { importId, version })).status).toBe(200);
    expect((await call('imports.applyImport', { importId, version: version + 1 })).code).toBe('STALE_EDIT');
    await runQueued(doors);
    expect(await counts(id)).toMatchObject({ findings: 0 });
  });

  test('A15 refuses the work itself when whoever asked may no longer write', async () => {
    const tester = await staffUser(doors, { groups: ['penetration-tester'] });
    const { id } = await makeProject(doors.db, { team: [{ account: tester.account, role: 'TESTER' }] });
    const answer = await doors.staff.send(`/upload/imports/${id}`, {
      as: tester.as,
      body: FIXTURE,
      name: 'scan.nessus',
    });
    expect(answer.status).toBe(200);
    await doors.db.owner.query(
      `UPDATE project_member SET role = 'OBSERVER' WHERE project_id = $1 AND account_id = $2`,
      [id, tester.account.id],
    );
    await runQueued(doors);
    const state = await readValue(doors, 'SELECT state FROM scan_import WHERE project_id = $1', [id]);
    expect(state).toBe('FAILED');
  });

  test('Lock refuses to carry it out once the project was completed in the meantime', async () => {
    const { id } = await project();
    const importId = await upload(id, FIXTURE);
    const { version } = await detail(importId);
    expect((await call('imports.applyImport', { importId, version })).status).toBe(200);
    await doors.db.owner.query('UPDATE project SET completed_at = app.now() WHERE id = $1', [id]);
    await runQueued(doors);
    expect(await detail(importId)).toMatchObject({ state: 'FAILED' });
    expect(await counts(id)).toMatchObject({ findings: 0 });
  });
});
