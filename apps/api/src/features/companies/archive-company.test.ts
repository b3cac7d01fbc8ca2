import {
  completeSetup,
  internalCompany,
  makeClient,
  makeCustomer,
  makeGroup,
  makeInvitation,
  makeProject,
  makeResetLink,
  makeSession,
  type TestCompany,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { setMailServer, waitingMails } from '../../mail/testing/test-mail.ts';

const PASSWORD = 'seven slow herons over mud';
const because = { reason: 'The contract ended' };

let doors: TestDoors;
let keeper: SignedInPerson;
let admin: SignedInPerson;
let nextAddress = 1;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  await setMailServer(doors);
  const group = await makeGroup(doors.db, { grants: [{ permission: 'manage-companies' }] });
  keeper = await staffUser(doors, { groups: [group.id] });
  admin = await staffUser(doors, { isAdmin: true });
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, input: unknown, { as } = keeper) => doors.staff.call(path, input, { as });
const archive = ({ id: companyId }: { id: string }, by = keeper) =>
  call('companies.archiveCompany', { companyId, ...because }, by);
const restore = ({ id: companyId }: { id: string }, by = keeper) =>
  call('companies.restoreCompany', { companyId, ...because }, by);
const idsOf = async (input: object) =>
  (await call('companies.listCompanies', { limit: 100, ...input }))
    .data<{ rows: { id: string }[] }>()
    .rows.map(({ id }) => id);
const address = () => `203.0.113.${nextAddress++}`;
const signIn = (email: string, password = PASSWORD) =>
  doors.portal.call('auth.signIn', { identifier: email, password }, { address: address() });
const sessionStatus = async (as: { secret: string }) =>
  (await doors.portal.call('auth.getCurrent', undefined, { as })).status;
const customerOf = async (company: TestCompany, more: object = {}) =>
  makeCustomer(doors.db, {
    company,
    groups: ['customer-viewer'],
    password: await doors.password(PASSWORD, 'CUSTOMER'),
    ...more,
  });

describe('U8 archiving a client company', () => {
  test('U8 allows it: off the list and on that of archived ones, nothing removed, on record once', async () => {
    const company = await makeClient(doors.db);
    const project = await makeProject(doors.db, { company });
    const customer = await customerOf(company);
    expect(await idsOf({})).toContain(company.id);
    expect((await archive(company)).data()).toMatchObject({ archivedAt: expect.any(String) });
    expect(await idsOf({})).not.toContain(company.id);
    expect(await idsOf({ isArchived: true })).toContain(company.id);
    expect((await archive(company)).code).toBe('STALE_EDIT');
    const kept = await call('projects.getProject', { projectId: project.id }, admin);
    expect(kept.data()).toMatchObject({ company: { id: company.id } });
    expect(await readValue(doors, 'SELECT status FROM account WHERE id = $1', [customer.id])).toBe('ACTIVE');
    const rows = (await auditRows(doors, 'company.archived')).filter(
      (row) => row['object_id'] === company.id,
    );
    expect(rows).toMatchObject([
      {
        actor_id: keeper.account.id,
        outcome: 'ALLOWED',
        reason: because.reason,
        before: { isArchived: false },
        after: { isArchived: true, customers: 1 },
      },
    ]);
  });

  test('U2 refuses its customers session, sign-in, links and resets from then on; allows those of others', async () => {
    const [company, other] = [await makeClient(doors.db), await makeClient(doors.db)];
    const [customer, bystander] = [await customerOf(company), await customerOf(other)];
    const invited = await customerOf(company, { status: 'INVITED', password: null });
    await doors.db.owner.query(
      `UPDATE account SET invitation_ends_at = app.now() + interval '1 day' WHERE id = $1`,
      [invited.id],
    );
    const [session, spared] = [await makeSession(doors.db, customer), await makeSession(doors.db, bystander)];
    const invitation = await makeInvitation(doors.db, invited);
    const reset = await makeResetLink(doors.db, customer);
    expect([await sessionStatus(session), (await signIn(customer.email)).code]).toEqual([200, null]);

    expect((await archive(company)).status).toBe(200);
    expect([await sessionStatus(session), await sessionStatus(spared)]).toEqual([401, 200]);
    const [right, wrong] = [await signIn(customer.email), await signIn(customer.email, 'eight slow herons')];
    expect([right.status, right.text]).toEqual([wrong.status, wrong.text]);
    expect(right.secret).toBeNull();
    expect((await signIn(bystander.email)).code).toBeNull();
    const accept = {
      secret: invitation.secret,
      displayName: 'Casey',
      password: 'wooden spoons sing at noon',
    };
    expect((await doors.portal.call('invitations.acceptInvitation', accept)).code).toBe('LINK_INVALID');
    const chosen = { secret: reset.secret, newPassword: 'wooden spoons sing at noon' };
    expect((await doors.portal.call('passwordReset.complete', chosen)).code).toBe('LINK_INVALID');
    await doors.portal.call('passwordReset.request', { identifier: customer.email }, { address: address() });
    expect(await waitingMails(doors, customer.id)).toEqual([]);
  });

  test('U8 refuses new customers, moves and projects there, and allows them once it is back', async () => {
    const company = await makeClient(doors.db);
    const customer = await makeCustomer(doors.db);
    await archive(company);
    const move = () =>
      call('customers.moveCustomer', { customerId: customer.id, companyId: company.id, ...because }, admin);
    const detail = async () =>
      (await call('companies.getCompany', { companyId: company.id }, admin)).data()['abilities'];
    expect((await move()).error).toMatchObject({ fields: [{ path: 'companyId' }] });
    expect(await detail()).toMatchObject({ canInviteCustomers: false, canCreateProject: false });
    await restore(company);
    expect((await move()).status).toBe(200);
    expect(await detail()).toMatchObject({ canInviteCustomers: true, canCreateProject: true });
  });

  test('U8 refuses links to its customers, says so beforehand, and allows them once it is back', async () => {
    const company = await makeClient(doors.db);
    const invited = await makeCustomer(doors.db, { company, status: 'INVITED' });
    const active = await makeCustomer(doors.db, { company });
    const links = async () => {
      const renewed = await call('customers.renewCustomerInvitation', { customerId: invited.id }, admin);
      const sent = await call('customers.sendCustomerReset', { customerId: active.id, ...because }, admin);
      return [renewed, sent].map(({ error }) => error?.reason?.rule ?? null);
    };
    const isOffered = async () => {
      const list = await call('customers.listCustomers', { companyId: company.id }, admin);
      const { rows } = list.data<{ rows: { id: string; details: { canRenewInvitation: boolean } }[] }>();
      return rows.find(({ id }) => id === invited.id)?.details.canRenewInvitation;
    };
    expect(await isOffered()).toBe(true);
    await archive(company);
    expect([await links(), await isOffered()]).toEqual([['U8', 'U8'], false]);
    await restore(company);
    expect([await links(), await isOffered()]).toEqual([[null, null], true]);
  });

  test('U8 refuses it to who keeps customers or projects alone, and for the firm itself', async () => {
    const company = await makeClient(doors.db);
    const others = await makeGroup(doors.db, {
      grants: [{ permission: 'manage-customers' }, { permission: 'manage-projects', reach: 'ALL' }],
    });
    const other = await staffUser(doors, { groups: [others.id] });
    expect((await archive(company, other)).error).toMatchObject({
      code: 'FORBIDDEN',
      reason: { gate: 'G5' },
    });
    expect((await archive(await internalCompany(doors.db), admin)).status).toBe(404);
    expect(await idsOf({})).toContain(company.id);
    await archive(company);
    expect((await restore(company, other)).error).toMatchObject({
      code: 'FORBIDDEN',
      reason: { gate: 'G5' },
    });
    expect(await idsOf({ isArchived: true })).toContain(company.id);
  });
});

describe('U8 bringing it back', () => {
  test('U8 allows its customers in again with their groups; revives no session and no link of before', async () => {
    const company = await makeClient(doors.db);
    const customer = await customerOf(company);
    const session = await makeSession(doors.db, customer);
    const reset = await makeResetLink(doors.db, customer);
    expect(await sessionStatus(session)).toBe(200);
    await archive(company);
    expect((await restore(company)).data()).toMatchObject({ archivedAt: null });
    expect((await restore(company)).code).toBe('STALE_EDIT');
    expect(await idsOf({})).toContain(company.id);
    expect(await sessionStatus(session)).toBe(401);
    const chosen = { secret: reset.secret, newPassword: 'wooden spoons sing at noon' };
    expect((await doors.portal.call('passwordReset.complete', chosen)).code).toBe('LINK_INVALID');
    const { secret } = await signIn(customer.email);
    const current = await doors.portal.call('auth.getCurrent', undefined, { as: { secret: secret ?? '' } });
    expect(current.data<{ permissions: string[] }>().permissions).not.toEqual([]);
    const rows = (await auditRows(doors, 'company.restored')).filter(
      (row) => row['object_id'] === company.id,
    );
    expect(rows).toMatchObject([{ reason: because.reason, after: { isArchived: false } }]);
  });

  test('U8 of two at once one archives, and the other is told', async () => {
    const company = await makeClient(doors.db);
    const answers = await Promise.all([archive(company), archive(company, admin)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});
