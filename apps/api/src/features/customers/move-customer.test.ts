import { randomUUID } from 'node:crypto';
import {
  completeSetup,
  internalCompany,
  makeClient,
  makeFinding,
  makeGroup,
  makeProject,
  makeResetLink,
  makeSession,
  type TestCompany,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerOf } from '../../doors/testing/customers.ts';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { storeReport } from '../../doors/testing/reports.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { setMailServer, waitingMails } from '../../mail/testing/test-mail.ts';

const because = { reason: 'Changed jobs' };

let doors: TestDoors;
let keeper: SignedInPerson;
let groupId: string;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  await setMailServer(doors);
  groupId = (await makeGroup(doors.db, { grants: [{ permission: 'manage-customers' }] })).id;
  keeper = await staffUser(doors, { groups: [groupId] });
});
afterAll(() => doors[Symbol.asyncDispose]());

type As = { secret: string };
const move = (customerId: string, companyId: string, by: { as: As } = keeper) =>
  doors.staff.call('customers.moveCustomer', { customerId, companyId, ...because }, { as: by.as });
const portal = (as: As, path: string, input: object = {}) => doors.portal.call(path, input, { as });
const companyOf = (id: string) => readValue(doors, 'SELECT company_id FROM account WHERE id = $1', [id]);

/** A company with one project that its customers see, a finding and a report in it. */
async function world(name: string) {
  const company = await makeClient(doors.db, { name });
  const project = await makeProject(doors.db, { company, name: `${name} shop`, shownAt: new Date() });
  const finding = await makeFinding(doors.db, project, { isPublished: true });
  const report = await storeReport(doors, project, { isReleased: true });
  return { company, name, project, finding, report };
}
type World = Awaited<ReturnType<typeof world>>;

/** What a session sees of a world, at every place where there is something of it. */
async function seen(as: As, { project, finding, report }: World) {
  const idsOf = async (path: string) =>
    (await portal(as, path)).data<{ rows: { id: string }[] }>().rows.map(({ id }) => id);
  return {
    projects: (await idsOf('projects.listProjects')).includes(project.id),
    findings: (await idsOf('findings.listFindings')).includes(finding.id),
    reports: (await idsOf('reports.listReports')).includes(report.id),
    project: (await portal(as, 'projects.getProject', { projectId: project.id })).status,
    finding: (await portal(as, 'findings.getFinding', { findingId: finding.id })).status,
    file: (await doors.portal.send(`/files/reports/${report.id}`, { as })).status,
  };
}
const EVERYTHING = { projects: true, findings: true, reports: true, project: 200, finding: 200, file: 200 };
const NOTHING = { projects: false, findings: false, reports: false, project: 404, finding: 404, file: 404 };

describe('U7 another company', () => {
  test('U7 allows the new company’s things and refuses the old one’s, in a new session; groups stay', async () => {
    const [old, next] = [await world('Old Mill'), await world('New Quay')];
    const { account, as } = await customerOf(doors, old.company, ['customer-engineer', 'customer-auditor']);
    const colleague = await customerOf(doors, old.company);
    expect([await seen(as, old), await seen(as, next)]).toEqual([EVERYTHING, NOTHING]);

    expect((await move(account.id, next.company.id)).data()).toEqual({ done: true });
    expect((await portal(as, 'auth.getCurrent')).status).toBe(401);
    const fresh = await makeSession(doors.db, account);
    expect([await seen(fresh, old), await seen(fresh, next)]).toEqual([NOTHING, EVERYTHING]);
    // The same bytes as what never was (C3).
    const gone = await portal(fresh, 'findings.getFinding', { findingId: old.finding.id });
    const never = await portal(fresh, 'findings.getFinding', { findingId: randomUUID() });
    expect(gone.text).toBe(never.text);
    const current = await portal(fresh, 'auth.getCurrent');
    expect(current.data()).toMatchObject({ companyName: 'New Quay' });
    const groups = `SELECT array_agg(g.key ORDER BY g.key) FROM membership m JOIN access_group g ON g.id = m.group_id
      WHERE m.account_id = $1`;
    expect(await readValue(doors, groups, [account.id])).toEqual(['customer-auditor', 'customer-engineer']);
    // Colleagues of before see what they saw.
    expect(await seen(colleague.as, old)).toEqual(EVERYTHING);
  });

  test('U7 is recorded with both companies and announced to the person; open links end', async () => {
    const [old, next] = [await makeClient(doors.db), await makeClient(doors.db, { name: 'Far Shore' })];
    const { account } = await customerOf(doors, old);
    const { secret } = await makeResetLink(doors.db, account);
    await move(account.id, next.id);
    const rows = (await auditRows(doors, 'account.moved')).filter((row) => row['object_id'] === account.id);
    expect(rows).toMatchObject([
      {
        actor_id: keeper.account.id,
        reason: because.reason,
        before: { companyId: old.id },
        after: { companyId: next.id },
      },
    ]);
    expect(await waitingMails(doors, account.id)).toMatchObject([
      { kind: 'company-changed', recipient: account.email, variables: { companyName: 'Far Shore' } },
    ]);
    const reset = { secret, newPassword: 'grey foxes borrow umbrellas' };
    expect((await doors.portal.call('passwordReset.complete', reset)).code).toBe('LINK_INVALID');
  });

  test('U7 allows after "Confirm it’s you", and refuses before', async () => {
    const [old, next] = [await makeClient(doors.db), await makeClient(doors.db)];
    const { account, as } = await customerOf(doors, old);
    const hasty = await staffUser(doors, { groups: [groupId], isConfirmed: false });
    expect((await move(account.id, next.id, hasty)).code).toBe('CONFIRM_IDENTITY');
    expect([await companyOf(account.id), (await portal(as, 'auth.getCurrent')).status]).toEqual([
      old.id,
      200,
    ]);
    expect((await move(account.id, next.id)).code).toBeNull();
    expect(await companyOf(account.id)).toBe(next.id);
  });

  test('U7 refuses the same company, one that is archived, the firm itself, and one that is not there', async () => {
    const old = await makeClient(doors.db);
    const { account, as } = await customerOf(doors, old);
    const archived: TestCompany = await makeClient(doors.db, { archivedAt: new Date() });
    const firm = await internalCompany(doors.db);
    for (const companyId of [old.id, archived.id, firm.id, randomUUID()]) {
      expect((await move(account.id, companyId)).code).toBe('INVALID_INPUT');
    }
    expect([await companyOf(account.id), (await portal(as, 'auth.getCurrent')).status]).toEqual([
      old.id,
      200,
    ]);
  });

  test('A12 refuses a member of staff as a customer who is not there, and who lacks Manage Customers', async () => {
    const next = await makeClient(doors.db);
    const colleague = await staffUser(doors);
    expect((await move(colleague.account.id, next.id)).code).toBe('NOT_FOUND');
    const { account } = await customerOf(doors, await makeClient(doors.db));
    const tester = await staffUser(doors, { groups: ['penetration-tester'] });
    const refused = await move(account.id, next.id, tester);
    expect([403, 404]).toContain(refused.status);
    expect(await companyOf(account.id)).toBe(account.companyId);
  });
});
