import {
  completeSetup,
  internalCompany,
  makeClient,
  makeCustomer,
  makeGroup,
  makeProject,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
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

const call = (path: string, input: unknown, { as } = keeper) => doors.staff.call(path, input, { as });

let count = 0;
const form = (more: object = {}) => {
  count += 1;
  return {
    name: `Lumen Works ${count}`,
    legalName: 'Lumen Works Limited',
    address: '1 Example Street\nExampletown',
    website: 'https://client.example',
    notes: 'Prefers calls in the morning.',
    contacts: [
      { name: 'Robin Vale', role: 'CISO', email: 'robin@client.example', phone: '', isEmergency: true },
    ],
    ...more,
  };
};
async function create(more: object = {}): Promise<string> {
  return (await call('companies.createCompany', form(more))).data<{ id: string }>().id;
}
const idsOf = async (input: object, by = keeper) =>
  (await call('companies.listCompanies', input, by))
    .data<{ rows: { id: string }[] }>()
    .rows.map(({ id }) => id);

describe('the list of companies', () => {
  test('costs three statements: session, page, count', async () => {
    doors.db.statements.length = 0;
    expect((await call('companies.listCompanies', {})).status).toBe(200);
    expect(doors.db.statements).toHaveLength(3);
  });

  test('holds client companies in use, neither the firm itself nor archived ones', async () => {
    const firm = await internalCompany(doors.db);
    const archived = await makeClient(doors.db, { name: 'Zz Archived', archivedAt: new Date() });
    const open = await makeClient(doors.db, { name: 'Zz Open' });
    expect(await idsOf({ search: 'Zz' })).toEqual([open.id]);
    expect(await idsOf({ limit: 100 })).not.toContain(firm.id);
    expect((await call('companies.getCompany', { companyId: firm.id })).status).toBe(404);
    expect((await call('companies.getCompany', { companyId: archived.id })).status).toBe(200);
  });

  test('Who may read: without a permission only companies whose projects one sees', async () => {
    const nobody = await staffUser(doors);
    const mine = await makeClient(doors.db);
    await makeClient(doors.db);
    await makeProject(doors.db, { company: mine, team: [{ account: nobody.account, role: 'OBSERVER' }] });
    expect(await idsOf({}, nobody)).toEqual([mine.id]);
  });

  test('A16: counts are of what the viewer sees: a restricted project is in none of them', async () => {
    const manager = await staffUser(doors, { groups: ['manager'] });
    const company = await makeClient(doors.db, { name: 'Count Client' });
    await makeCustomer(doors.db, { company });
    await makeProject(doors.db, { company });
    await makeProject(doors.db, { company, completedAt: new Date() });
    await makeProject(doors.db, { company, isRestricted: true });
    const row = async (by: SignedInPerson) =>
      (await call('companies.listCompanies', { search: 'Count Client' }, by)).data<{ rows: object[] }>()
        .rows[0];
    expect(await row(manager)).toMatchObject({ projectCount: 2, openProjectCount: 1, customerCount: null });
    expect(await row(keeper)).toMatchObject({ projectCount: 0, openProjectCount: 0, customerCount: null });
    const lead = await staffUser(doors);
    await makeProject(doors.db, { company, owners: [lead.account], isRestricted: true });
    expect(await row(lead)).toMatchObject({ projectCount: 1, openProjectCount: 1, customerCount: 1 });
    const detail = await call('companies.getCompany', { companyId: company.id }, manager);
    expect(detail.data()).toMatchObject({ projectCount: 2, openProjectCount: 1, customerCount: null });
  });

  test.each(['name', 'createdAt'] as const)(
    'pages by %s, both ways, hold every company once',
    async (field) => {
      for (let n = 0; n < 3; n += 1) await makeClient(doors.db);
      const all = await idsOf({ limit: 100 });
      for (const direction of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const input = { sort: { field, direction }, limit: 2, ...(cursor === null ? {} : { cursor }) };
          const page: { rows: { id: string }[]; nextCursor: string | null } = (
            await call('companies.listCompanies', input)
          ).data();
          seen.push(...page.rows.map(({ id }) => id));
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(seen.toSorted()).toEqual(all.toSorted());
      }
    },
  );

  test('takes % and _ literally', async () => {
    const { id } = await makeClient(doors.db, { name: '100% Cotton' });
    expect(await idsOf({ search: '0% c' })).toEqual([id]);
    expect(await idsOf({ search: '1_0%' })).toEqual([]);
  });
});

describe('the profile of a company', () => {
  test('Who may read: Manage Projects reads name and counts; profile and contacts take more', async () => {
    const company = await makeClient(doors.db, { notes: 'Internal remark' });
    const read = (by: SignedInPerson) => call('companies.getCompany', { companyId: company.id }, by);
    const tester = await staffUser(doors, { groups: ['penetration-tester'] });
    const name = await read(tester);
    expect(name.data()).toMatchObject({ name: company.name, profile: null });
    expect(name.text).not.toContain('Internal remark');
    await makeProject(doors.db, { company, team: [{ account: tester.account, role: 'TESTER' }] });
    for (const by of [tester, keeper]) {
      expect((await read(by)).data()).toMatchObject({
        profile: { notes: 'Internal remark', contacts: [{ name: 'Robin Vale' }] },
      });
    }
  });

  test('abilities say what really happens', async () => {
    const company = await makeClient(doors.db);
    const abilities = async (by: SignedInPerson) =>
      (await call('companies.getCompany', { companyId: company.id }, by)).data()['abilities'];
    expect(await abilities(keeper)).toEqual({
      canEdit: true,
      canInviteCustomers: false,
      canReadCustomers: false,
      canCreateProject: false,
    });
    expect(await abilities(await staffUser(doors, { isAdmin: true }))).toEqual({
      canEdit: true,
      canInviteCustomers: true,
      canReadCustomers: true,
      canCreateProject: true,
    });
    const contractor = await staffUser(doors, {
      groups: ['Contractor'],
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    expect(await abilities(contractor)).toMatchObject({ canEdit: false, canCreateProject: false });
  });
});

describe('creating and changing', () => {
  test('R6: hostile texts are kept as the text that they are', async () => {
    const name = `<b>=1+1</b> {{constructor}} ${count}`;
    const notes = '<script>alert(1)</script>\n=HYPERLINK("x")\t$(id)';
    const companyId = await create({ name, notes });
    expect((await call('companies.getCompany', { companyId })).data()).toMatchObject({
      name,
      profile: { notes },
    });
  });

  test.each([
    ['a control character in the name', { name: 'Lu\u0007men' }],
    ['NUL in the notes', { notes: 'a\u0000b' }],
    ['NUL in the website', { website: 'https://client.example/\u0000' }],
    ['a website that is a script', { website: 'javascript:alert(1)' }],
    ['a long name', { name: 'x'.repeat(81) }],
    ['no name', { name: '  ' }],
    ['long notes', { notes: 'x'.repeat(4_001) }],
    ['an unknown key', { kind: 'INTERNAL' }],
    ['an object as a name', { name: { $ne: '' } }],
    ['fifty-one contacts', { contacts: Array.from({ length: 51 }, () => ({ name: 'A' })) }],
    ['a contact with a bad address', { contacts: [{ name: 'A', email: 'nobody' }] }],
  ])('R2: %s is refused', async (_what, more) => {
    expect((await call('companies.createCompany', form(more))).status).toBe(400);
  });

  test('two companies with the same name in any case are refused, also two at once', async () => {
    await create({ name: 'Harbour Bank' });
    const again = await call('companies.createCompany', form({ name: 'HARBOUR bank' }));
    expect(again.error).toMatchObject({ code: 'NAME_TAKEN' });
    const both = await Promise.all(
      [1, 2].map(() => call('companies.createCompany', form({ name: 'Twins' }))),
    );
    expect(both.map(({ code }) => code).toSorted()).toEqual(['NAME_TAKEN', null]);
  });

  test('saves the whole profile; contacts that did not change keep their ids', async () => {
    const fields = form();
    const { id: companyId } = (await call('companies.createCompany', fields)).data<{ id: string }>();
    const contacts = async () =>
      (await call('companies.getCompany', { companyId })).data<{ profile: { contacts: { id: string }[] } }>()
        .profile.contacts;
    const before = await contacts();
    await call('companies.updateCompany', { ...fields, companyId, version: 1, address: 'Elsewhere' });
    expect(await contacts()).toEqual(before);
    const other = [{ name: 'Sam Reed', role: '', email: '', phone: '+1 555 0100', isEmergency: false }];
    await call('companies.updateCompany', { ...fields, companyId, version: 2, contacts: other });
    expect(await contacts()).toMatchObject(other);
  });

  test('02: of two edits of one version the second is stale', async () => {
    const fields = form();
    const { id: companyId } = (await call('companies.createCompany', fields)).data<{ id: string }>();
    const edit = (address: string) =>
      call('companies.updateCompany', { ...fields, companyId, version: 1, address });
    const answers = await Promise.all([edit('One'), edit('Two')]);
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['STALE_EDIT', null]);
    expect((await call('companies.removeLogo', { companyId, version: 1 })).code).toBe('STALE_EDIT');
  });

  test('L1: the audit holds ids and keys, and no text of the company', async () => {
    const fields = form({ name: 'Unmistakable Client', notes: 'unmistakable notes' });
    const { id: companyId } = (await call('companies.createCompany', fields)).data<{ id: string }>();
    await call('companies.updateCompany', {
      ...fields,
      companyId,
      version: 1,
      notes: 'unmistakable too',
      contacts: [],
    });
    const rows = (await auditRows(doors)).filter((row) => row['object_id'] === companyId);
    expect(rows).toMatchObject([
      { action: 'company.created', object_type: 'company', after: { contacts: 1 } },
      { action: 'company.updated', after: { changed: ['notes', 'contacts'] } },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/unmistakable|Robin/i);
  });

  test('an Admin reads the name of the company in the log', async () => {
    const companyId = await create({ name: 'Named In The Log' });
    const admin = await staffUser(doors, { isAdmin: true });
    const log = await call('audit.listAudit', { area: ['engagements'] }, admin);
    expect(log.data()['rows']).toContainEqual(
      expect.objectContaining({ object: { type: 'company', id: companyId, name: 'Named In The Log' } }),
    );
  });

  test('a company that Manage Customers alone sees is not changed by it', async () => {
    const group = await makeGroup(doors.db, { grants: [{ permission: 'manage-customers' }] });
    const other = await staffUser(doors, { groups: [group.id] });
    const { id: companyId } = await makeClient(doors.db);
    expect((await call('companies.getCompany', { companyId }, other)).data()).toMatchObject({
      profile: { notes: expect.any(String) },
    });
    expect((await call('companies.updateCompany', { ...form(), companyId, version: 1 }, other)).status).toBe(
      403,
    );
  });
});
