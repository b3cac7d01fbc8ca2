import { randomBytes } from 'node:crypto';
import {
  createTestDatabase,
  makeClient,
  makeCustomer,
  makeFile,
  makeSession,
  type TestAccount,
  type TestDatabase,
  type TestSession,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prisma } from './generated/client.ts';
import { asDoor } from './test-support/doors.ts';
import { type Engagement, makeEngagement, makeLogo } from './test-support/engagement.ts';
import { principalOf } from './test-support/principals.ts';
import { findVisible } from './visibility.ts';

/** One client with a project that it sees, a restricted one and one not shown, each with published and unpublished things. */
interface Client {
  id: string;
  shown: Engagement;
  hidden: Engagement[];
  logo: { logoId: string; keyId: string };
  session: TestSession;
  account: TestAccount;
}

let db: TestDatabase;
let ours: Client;
let theirs: Client;

beforeAll(async () => {
  db = await createTestDatabase();
  ours = await client('Alder');
  theirs = await client('Birch');
});
afterAll(() => db[Symbol.asyncDispose]());

async function client(name: string): Promise<Client> {
  const company = await makeClient(db, { name });
  const account = await makeCustomer(db, { company, groups: ['customer-administrator'] });
  const logo = await makeLogo(db, company);
  // A logo that was replaced is nobody's any more.
  await makeFile(db, { kind: 'LOGO', companyId: company.id, projectId: null });
  const shown = await makeEngagement(db, company);
  const hidden = [
    await makeEngagement(db, company, { isRestricted: true }),
    await makeEngagement(db, company, { isShown: false }),
  ];
  return { id: company.id, shown, hidden, logo, session: await makeSession(db, account), account };
}

/** What a client may see of each table, by its key. */
const EXPECTED: Readonly<Record<string, (client: Client) => string[]>> = {
  'project.id': ({ shown }) => [shown.project.id],
  'project_standard.project_id': ({ shown }) => [shown.project.id],
  'scope_item.id': ({ shown }) => [shown.scopeItemId],
  'finding.id': ({ shown }) => [shown.published.id],
  'instance.id': ({ shown }) => [shown.published.instanceId],
  'evidence.id': ({ shown }) => [shown.published.clientEvidence],
  'report.id': ({ shown }) => [shown.releasedReport.id],
  'report_finding.report_id': ({ shown }) => [shown.releasedReport.id],
  'stored_file.id': ({ shown, logo }) => [logo.logoId, shown.clientFileId, ...shown.releasedReport.fileIds],
  'file_key.id': ({ shown, logo }) => [logo.keyId, shown.portalKeyId],
};
/** Tables that the portal may not ask at all. */
const CLOSED = [
  'company_contact',
  'project_member',
  'instance_event',
  'scan_import',
  'scan_import_finding',
  'api_token',
];

async function seen(session: string | null, key: string): Promise<string[]> {
  const [table, column] = key.split('.');
  const rows = await asDoor(db, 'CUSTOMER', session, (tx) =>
    tx.$queryRaw<{ id: string }[]>(Prisma.raw(`SELECT ${column} AS id FROM ${table} ORDER BY 1`)),
  );
  return rows.map(({ id }) => id);
}

describe('C2 the portal sees what is published of its own company, and nothing else', () => {
  for (const [key, expected] of Object.entries(EXPECTED)) {
    test(key, async () => {
      const [table, column] = key.split('.');
      for (const own of [ours, theirs]) {
        const { rows } = await db.owner.query<{ own: number; others: number }>(
          `SELECT count(*) FILTER (WHERE company_id = $1)::int AS own,
             count(*) FILTER (WHERE company_id <> $1)::int AS others FROM ${table}`,
          [own.id],
        );
        const wanted = expected(own).toSorted();
        expect(rows[0]?.own, `unpublished ${column} of ${table} exist`).toBeGreaterThan(wanted.length);
        expect(rows[0]?.others, 'so do those of others').toBeGreaterThan(wanted.length);
        expect(await seen(own.session.secret, key)).toEqual(wanted);
      }
    });
  }

  test('without a session, or with a forged one, nothing', async () => {
    for (const secret of [null, '', randomBytes(32).toString('base64url'), ours.session.id, ours.id]) {
      for (const key of [...Object.keys(EXPECTED), 'project_type.id', 'report_standard.id']) {
        expect([key, await seen(secret, key)]).toEqual([key, []]);
      }
    }
  });

  test('types and standards are for whoever is signed in', async () => {
    expect(await seen(ours.session.secret, 'project_type.id')).toHaveLength(7);
    expect(await seen(ours.session.secret, 'report_standard.id')).toHaveLength(7);
  });

  test('what is internal cannot be asked for: tables, and columns of tables that are open', async () => {
    const columns = {
      company: ['notes', 'legal_name', 'created_by_id', 'version'],
      project: ['last_finding_number', 'last_report_number', 'created_by_id', 'version', 'updated_at'],
      finding: [
        'created_by_id',
        'updated_by_id',
        'published_by_id',
        'source_key',
        'version',
        'updated_at',
        'created_at',
      ],
      instance: ['source_key', 'created_at'],
      evidence: ['created_by_id', 'created_at'],
      report: ['number', 'created_by_id', 'released_by_id', 'created_at', 'problem'],
      stored_file: ['created_by_id', 'created_at'],
      scope_item: ['target_key', 'created_at'],
    };
    const asked = [
      ...CLOSED.map((table) => `SELECT 1 FROM ${table}`),
      ...Object.entries(columns).flatMap(([table, names]) =>
        names.map((name) => `SELECT ${name} FROM ${table}`),
      ),
    ];
    for (const sql of asked) {
      const work = asDoor(db, 'CUSTOMER', ours.session.secret, (tx) => tx.$queryRawUnsafe(sql));
      await expect(work, sql).rejects.toThrow(/permission denied/);
    }
  });

  test('nothing of it can be changed', async () => {
    for (const table of [
      'project',
      'finding',
      'instance',
      'evidence',
      'report',
      'stored_file',
      'scope_item',
    ]) {
      for (const sql of [`DELETE FROM ${table}`, `INSERT INTO ${table} DEFAULT VALUES`]) {
        const work = asDoor(db, 'CUSTOMER', ours.session.secret, (tx) => tx.$executeRawUnsafe(sql));
        await expect(work, sql).rejects.toThrow(/permission denied/);
      }
    }
  });

  test('C4 leads of a project that one sees, by name and role; of no other', async () => {
    const leadsOf = (session: string | null, { project }: Engagement) =>
      asDoor(db, 'CUSTOMER', session, (tx) =>
        tx.$queryRaw<Record<string, unknown>[]>(
          Prisma.sql`SELECT * FROM portal.project_leads(${project.id}::uuid)`,
        ),
      );
    const { rows } = await db.owner.query('SELECT display_name AS name FROM account WHERE id = $1', [
      ours.shown.project.ownerIds[0],
    ]);
    expect(await leadsOf(ours.session.secret, ours.shown)).toEqual([
      { display_name: rows[0].name, role: 'OWNER' },
    ]);
    for (const other of [...ours.hidden, theirs.shown, ...theirs.hidden]) {
      expect(await leadsOf(ours.session.secret, other)).toEqual([]);
    }
    expect(await leadsOf(null, ours.shown)).toEqual([]);
  });
});

describe('C3 one object at a time: what is shown is found whole, all else is absent', () => {
  const find = async (kind: 'shown-project' | 'published-finding' | 'released-report', id: string) => {
    const principal = await principalOf(db, ours.account);
    return asDoor(db, 'CUSTOMER', ours.session.secret, (tx) => findVisible(tx, principal, kind, id));
  };
  const idsOf = ({ project, published, draft, releasedReport, draftReport }: Engagement) =>
    ({
      'shown-project': [project.id],
      'published-finding': [published.id, draft.id],
      'released-report': [releasedReport.id, draftReport.id],
    }) as const;

  test('with its parts, without drafts and what is internal', async () => {
    const { project, published, releasedReport } = ours.shown;
    const grant = await find('shown-project', project.id);
    expect(grant?.row).toMatchObject({ name: project.name, scope: [{ id: ours.shown.scopeItemId }] });
    expect(grant?.row).toMatchObject({ leads: [expect.any(String)], standards: [expect.any(String)] });
    expect((await find('published-finding', published.id))?.row).toMatchObject({
      reference: 1,
      instances: [{ id: published.instanceId }],
      evidence: [{ id: published.clientEvidence, fileId: ours.shown.clientFileId }],
    });
    const [file, plainFile] = releasedReport.fileIds;
    expect((await find('released-report', releasedReport.id))?.row).toMatchObject({
      file: { id: file },
      plainFile: { id: plainFile },
    });
    expect(grant?.facts).toEqual({
      companyId: ours.id,
      isProjectShown: true,
      isProjectRestricted: false,
      isOut: true,
    });
  });

  test('drafts, restricted and unshown projects, and other clients', async () => {
    const { draft, draftReport } = ours.shown;
    expect(await find('published-finding', draft.id)).toBeNull();
    expect(await find('released-report', draftReport.id)).toBeNull();
    for (const hidden of [...ours.hidden, theirs.shown, ...theirs.hidden]) {
      for (const [kind, ids] of Object.entries(idsOf(hidden))) {
        for (const id of ids) {
          const found = await find(kind as keyof ReturnType<typeof idsOf>, id);
          expect([kind, found]).toEqual([kind, null]);
        }
      }
    }
  });
});
