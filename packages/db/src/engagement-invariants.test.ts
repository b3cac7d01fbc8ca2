import { randomUUID } from 'node:crypto';
import {
  createTestDatabase,
  makeClient,
  makeCustomer,
  makeEvidence,
  makeFile,
  makeFinding,
  makeInstance,
  makeProject,
  makeReport,
  makeStaff,
  makeToken,
  type TestDatabase,
  type TestProject,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { constraintOf } from './database-error.ts';
import { asDoor } from './test-support/doors.ts';

let db: TestDatabase;
let project: TestProject;
let other: TestProject;

beforeAll(async () => {
  db = await createTestDatabase();
  project = await makeProject(db);
  other = await makeProject(db);
});
afterAll(() => db[Symbol.asyncDispose]());

/** Name of the constraint by which the database refuses the owner himself; null when it does not. */
async function refusal(sql: string, values: readonly unknown[] = []): Promise<string | null> {
  try {
    await db.owner.query(sql, [...values]);
    return null;
  } catch (error) {
    return constraintOf(error);
  }
}

describe('a project has an owner', () => {
  test('at commit, not before', async () => {
    const insert = `INSERT INTO project (id, company_id, reference, name, type_id)
      SELECT $1, $2, $3, 'Without an owner', id FROM project_type LIMIT 1`;
    const values = [randomUUID(), project.companyId, 'SP-00000'];
    expect(await refusal(insert, values)).toBe('project_has_owner');
    const staff = await makeStaff(db);
    await asDoor(db, 'STAFF', null, async (tx) => {
      await tx.$executeRawUnsafe(insert.replace('$1, $2, $3', '$1::uuid, $2::uuid, $3'), ...values);
      await tx.projectMember.create({
        data: { projectId: String(values[0]), accountId: staff.id, role: 'OWNER' },
      });
    });
  });

  test('the last one cannot leave or become something else; one of two can', async () => {
    const [first, second] = [await makeStaff(db), await makeStaff(db)];
    const { id } = await makeProject(db, { owners: [first, second] });
    const leave = 'DELETE FROM project_member WHERE project_id = $1 AND account_id = $2';
    expect(await refusal(leave, [id, first.id])).toBeNull();
    expect(await refusal(leave, [id, second.id])).toBe('project_has_owner');
    expect(await refusal(`UPDATE project_member SET role = 'TESTER' WHERE project_id = $1`, [id])).toBe(
      'project_has_owner',
    );
  });

  test('two who each take away the other owner at once: one of them fails', async () => {
    const owners = [await makeStaff(db), await makeStaff(db)];
    const { id } = await makeProject(db, { owners });
    const results = await Promise.allSettled(
      owners.map((owner) =>
        asDoor(db, 'STAFF', null, (tx) =>
          tx.projectMember.deleteMany({ where: { projectId: id, accountId: owner.id } }),
        ),
      ),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const failed = results.find((result) => result.status === 'rejected');
    expect(constraintOf(failed?.reason)).toBe('project_has_owner');
  });

  test('who owns or is on a project is not deleted, and only staff are', async () => {
    const staff = await makeStaff(db, { password: null });
    await makeProject(db, { owners: [staff] });
    expect(await refusal('DELETE FROM account WHERE id = $1', [staff.id])).toMatch(/^project/);
    const customer = await makeCustomer(db);
    const add = `INSERT INTO project_member (project_id, account_id, audience, role) VALUES ($1, $2, $3, 'TESTER')`;
    expect(await refusal(add, [project.id, customer.id, 'STAFF'])).toBe(
      'project_member_account_id_audience_fkey',
    );
    expect(await refusal(add, [project.id, customer.id, 'CUSTOMER'])).toBe('project_member_staff_only');
  });
});

describe("rows never mix two companies' projects", () => {
  test('every child names the company and project of its parent', async () => {
    const finding = await makeFinding(db, project);
    const foreign = await makeFinding(db, other);
    const instance = await makeInstance(db, finding);
    const file = await makeFile(db, { kind: 'EVIDENCE', companyId: other.companyId, projectId: other.id });
    const report = await makeReport(db, project);
    const { id, companyId } = project;
    const mixed: [string, readonly unknown[], string][] = [
      [
        `INSERT INTO finding (project_id, company_id, title) VALUES ($1, $2, 'x')`,
        [id, other.companyId],
        'finding_project_id_company_id_fkey',
      ],
      [
        `INSERT INTO scope_item (project_id, company_id, kind, target, target_key) VALUES ($1, $2, 'HOST', 'x', 'x')`,
        [id, other.companyId],
        'scope_item_project_id_company_id_fkey',
      ],
      [
        `INSERT INTO instance (finding_id, project_id, company_id, host) VALUES ($1, $2, $3, 'x')`,
        [finding.id, other.id, other.companyId],
        'instance_finding_id_project_id_company_id_fkey',
      ],
      [
        `INSERT INTO instance_event (instance_id, finding_id, project_id, company_id, to_result) VALUES ($1, $2, $3, $4, 'OPEN')`,
        [instance, foreign.id, other.id, other.companyId],
        'instance_event_instance_fkey',
      ],
      [
        `INSERT INTO evidence (finding_id, project_id, company_id, file_id) VALUES ($1, $2, $3, $4)`,
        [finding.id, id, companyId, file],
        'evidence_file_id_project_id_company_id_fkey',
      ],
      [
        `INSERT INTO report_finding (report_id, finding_id, project_id, company_id) VALUES ($1, $2, $3, $4)`,
        [report.id, foreign.id, id, companyId],
        'report_finding_finding_id_project_id_company_id_fkey',
      ],
      [
        `INSERT INTO file_key (company_id, project_id, store, wrapped) VALUES ($1, $2, 'PORTAL', sha256('x'))`,
        [other.companyId, id],
        'file_key_project_id_company_id_fkey',
      ],
      ['UPDATE project SET company_id = $2 WHERE id = $1', [id, other.companyId], 'any'],
    ];
    for (const [sql, values, constraint] of mixed) {
      const found = await refusal(sql, values);
      expect([sql, constraint === 'any' ? found !== null : found]).toEqual([
        sql,
        constraint === 'any' ? true : constraint,
      ]);
    }
  });

  test('a logo is a logo of the company itself', async () => {
    const [own, foreign] = [await makeClient(db), await makeClient(db)];
    const logo = await makeFile(db, { kind: 'LOGO', companyId: foreign.id, projectId: null });
    const image = await makeFile(db, {
      kind: 'EVIDENCE',
      companyId: project.companyId,
      projectId: project.id,
    });
    const set = 'UPDATE company SET logo_file_id = $2 WHERE id = $1';
    expect(await refusal(set, [own.id, logo])).toBe('company_logo_own');
    expect(await refusal(set, [project.companyId, image])).toBe('company_logo_own');
    expect(await refusal(set, [foreign.id, logo])).toBeNull();
  });

  test('a project is of a client, never of the firm itself', async () => {
    const sql = `INSERT INTO project (company_id, company_kind, reference, name, type_id)
      SELECT c.id, c.kind, 'SP-22222', 'x', t.id FROM company AS c, project_type AS t WHERE c.kind = 'INTERNAL' LIMIT 1`;
    expect(await refusal(sql)).toBe('project_of_client');
  });
});

describe('C5 what is released stays', () => {
  test('a released report, its list and its file never change; a draft may', async () => {
    const finding = await makeFinding(db, project, { isPublished: true });
    const draft = await makeReport(db, project, { findings: [finding] });
    const released = await makeReport(db, project, { findings: [finding], isReleased: true });
    expect(await refusal('UPDATE report SET pages = 3 WHERE id = $1', [draft.id])).toBeNull();
    for (const sql of [
      'UPDATE report SET pages = 3 WHERE id = $1',
      'UPDATE report SET released_at = NULL WHERE id = $1',
      'DELETE FROM report WHERE id = $1',
      'DELETE FROM report_finding WHERE report_id = $1',
    ]) {
      expect([sql, await refusal(sql, [released.id])]).toEqual([sql, 'report_released_immutable']);
    }
    expect(
      await refusal(`UPDATE stored_file SET sha256 = sha256('x') WHERE id = $1`, [released.fileId]),
    ).toBe('stored_file_immutable');
    expect(
      await refusal('UPDATE stored_file SET in_portal_at = NULL WHERE id = $1', [released.fileId]),
    ).toBeNull();
    expect(await refusal('DELETE FROM stored_file WHERE id = $1', [released.fileId])).toBe(
      'report_file_id_project_id_company_id_fkey',
    );
  });

  test('a finding in a released report is not taken back or deleted; one in a draft alone is taken back', async () => {
    const [told, untold] = [
      await makeFinding(db, project, { isPublished: true }),
      await makeFinding(db, project, { isPublished: true }),
    ];
    await makeReport(db, project, { findings: [told], isReleased: true });
    await makeReport(db, project, { findings: [untold] });
    const unpublish = 'UPDATE finding SET published_at = NULL WHERE id = $1';
    expect(await refusal(unpublish, [told.id])).toBe('finding_in_released_report');
    expect(await refusal('DELETE FROM finding WHERE id = $1', [told.id])).toBe(
      'report_finding_finding_id_project_id_company_id_fkey',
    );
    expect(await refusal(unpublish, [untold.id])).toBeNull();
  });

  test('no version of a project is released twice', async () => {
    await makeReport(db, other, { version: [1, 0], isReleased: true });
    await makeReport(db, other, { version: [1, 0] });
    await expect(makeReport(db, other, { version: [1, 0], isReleased: true })).rejects.toMatchObject({
      constraint: 'report_released_version_key',
    });
  });
});

describe('findings', () => {
  test('C3 a reference stays with its finding and comes with the first publication', async () => {
    const finding = await makeFinding(db, project, { isPublished: true });
    expect(await refusal('UPDATE finding SET reference = 900 WHERE id = $1', [finding.id])).toBe(
      'finding_reference_immutable',
    );
    const draft = await makeFinding(db, project);
    expect(await refusal('UPDATE finding SET published_at = app.now() WHERE id = $1', [draft.id])).toBe(
      'finding_published_with_reference',
    );
  });

  test('the order of severities and the words for a place are computed', async () => {
    const rows = [];
    for (const severity of ['critical', 'high', 'medium', 'low', 'info'] as const) {
      const { id } = await makeFinding(db, project, { severity });
      rows.push(
        (await db.owner.query('SELECT severity_rank AS rank FROM finding WHERE id = $1', [id])).rows[0],
      );
    }
    expect(rows.map(({ rank }) => rank)).toEqual([4, 3, 2, 1, 0]);
    const finding = await makeFinding(db, project);
    const targetOf = async (input: Parameters<typeof makeInstance>[2]) => {
      const id = await makeInstance(db, finding, input);
      return (await db.owner.query('SELECT target FROM instance WHERE id = $1', [id])).rows[0].target;
    };
    expect(await targetOf({ url: 'https://shop.client.example/login' })).toBe(
      'https://shop.client.example/login',
    );
    expect(await targetOf({ host: 'mail.client.example', port: 25, protocol: 'tcp' })).toBe(
      'mail.client.example:25/tcp',
    );
    expect(await targetOf({ address: '2001:db8::1', port: 443, protocol: 'tcp' })).toBe(
      '[2001:db8::1]:443/tcp',
    );
  });

  test('the history of an instance is append-only for everybody, and goes with its instance', async () => {
    const instance = await makeInstance(db, await makeFinding(db, project));
    for (const sql of [
      `UPDATE instance_event SET to_result = 'FIXED'`,
      'DELETE FROM instance_event',
      'TRUNCATE instance_event',
    ]) {
      expect([sql, await refusal(sql)]).toEqual([sql, 'instance_event_append_only']);
      await expect(asDoor(db, 'STAFF', null, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow();
    }
    await asDoor(db, 'STAFF', null, (tx) => tx.instance.delete({ where: { id: instance } }));
    const { rows } = await db.owner.query('SELECT FROM instance_event WHERE instance_id = $1', [instance]);
    expect(rows).toEqual([]);
  });

  test('a file proves one thing once, and is kept while it does', async () => {
    const finding = await makeFinding(db, project);
    const { fileId } = await makeEvidence(db, finding);
    expect(await refusal('DELETE FROM stored_file WHERE id = $1', [fileId])).toBe(
      'evidence_file_id_project_id_company_id_fkey',
    );
  });
});

test('names of clients are unique without regard to case', async () => {
  await makeClient(db, { name: 'Harbour Freight' });
  await expect(makeClient(db, { name: 'HARBOUR freight' })).rejects.toMatchObject({
    constraint: 'company_external_name_key',
  });
});

test('T1 a token is of staff, lives a year at most, and goes with its account', async () => {
  const staff = await makeStaff(db, { password: null });
  await makeToken(db, staff);
  await expect(makeToken(db, staff, { days: 366 })).rejects.toMatchObject({
    constraint: 'api_token_at_most_a_year',
  });
  await expect(makeToken(db, await makeCustomer(db))).rejects.toMatchObject({
    constraint: 'api_token_account_id_audience_fkey',
  });
  expect(await refusal('DELETE FROM account WHERE id = $1', [staff.id])).toBeNull();
});
