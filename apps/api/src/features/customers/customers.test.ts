import {
  completeSetup,
  findGroup,
  makeClient,
  makeCustomer,
  makeGroup,
  makeMembership,
  makeProject,
  makeStaff,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditRows, readValue, type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';

let doors: TestDoors;
let keeper: SignedInPerson;
let keeperGroup: string;
let viewers: string;

beforeAll(async () => {
  doors = await openTestDoors();
  await completeSetup(doors.db);
  keeperGroup = (await makeGroup(doors.db, { grants: [{ permission: 'manage-customers' }] })).id;
  keeper = await staffUser(doors, { groups: [keeperGroup] });
  viewers = (await findGroup(doors.db, 'customer-viewer')).id;
});
afterAll(() => doors[Symbol.asyncDispose]());

const call = (path: string, input: unknown, { as } = keeper) => doors.staff.call(path, input, { as });
const rowsOf = async (companyId: string, by = keeper) =>
  (await call('customers.listCustomers', { companyId }, by)).data<{ rows: Record<string, unknown>[] }>().rows;

let count = 0;
const invitation = (companyId: string, more: object = {}) => {
  count += 1;
  return {
    companyId,
    displayName: 'Casey Client',
    email: `casey-${count}@client.example`,
    groupIds: [viewers],
    reason: 'Follows the project',
    ...more,
  };
};
async function invite(companyId: string, more: object = {}) {
  const answer = await call('customers.inviteCustomer', invitation(companyId, more));
  return answer.data<{ customerId: string; link: string; endsAt: string }>();
}

describe('the customers of a company', () => {
  test('cost four statements: session, company, customers, their accounts', async () => {
    const company = await makeClient(doors.db);
    await makeCustomer(doors.db, { company });
    doors.db.statements.length = 0;
    await rowsOf(company.id);
    expect(doors.db.statements).toHaveLength(4);
  });

  test('A12: are those of this company alone; staff and other clients are on no list', async () => {
    const company = await makeClient(doors.db);
    const own = await makeCustomer(doors.db, { company, groups: ['customer-viewer'] });
    await makeCustomer(doors.db);
    await makeStaff(doors.db);
    expect(await rowsOf(company.id)).toMatchObject([
      {
        id: own.id,
        details: { email: own.email, status: 'ACTIVE', groups: [{ id: viewers }], canRenewInvitation: false },
      },
    ]);
  });

  test('Who may read: names alone for owners and team, without people who left; nothing for others', async () => {
    const company = await makeClient(doors.db);
    const customer = await makeCustomer(doors.db, { company, title: 'CISO' });
    await makeCustomer(doors.db, { company, status: 'INACTIVE' });
    const member = await staffUser(doors);
    const outside = await staffUser(doors, { groups: ['manager'] });
    await makeProject(doors.db, { company, team: [{ account: member.account, role: 'OBSERVER' }] });
    const answer = await call('customers.listCustomers', { companyId: company.id }, member);
    expect(answer.data()).toEqual({
      rows: [
        { id: customer.id, displayName: customer.displayName, photo: null, title: 'CISO', details: null },
      ],
    });
    expect(answer.text).not.toContain(customer.email);
    expect((await call('customers.listCustomers', { companyId: company.id }, outside)).status).toBe(404);
    expect(await rowsOf(company.id)).toHaveLength(2);
  });

  test('an expired account shows as expired, an invitation with its end', async () => {
    const company = await makeClient(doors.db);
    await makeCustomer(doors.db, { company, displayName: 'A', expiresAt: new Date(Date.now() - 1000) });
    await invite(company.id, { displayName: 'B' });
    expect(await rowsOf(company.id)).toMatchObject([
      { details: { status: 'EXPIRED', invitationEndsAt: null } },
      { details: { status: 'INVITED', invitationEndsAt: expect.any(String), canRenewInvitation: true } },
    ]);
  });

  test('the groups to choose from are those of customers', async () => {
    const company = await makeClient(doors.db);
    const answer = await call('customers.listCustomerGroups', { companyId: company.id });
    const names = answer.data<{ rows: { name: string }[] }>().rows.map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual([
      'Customer Administrator',
      'Customer Auditor',
      'Customer Engineer',
      'Customer Viewer',
    ]);
    expect(names).not.toContain('Manager');
  });
});

describe('inviting', () => {
  test('U5: the link leads to the portal, works there once, and makes a customer of this company', async () => {
    const company = await makeClient(doors.db);
    const { link, customerId } = await invite(company.id);
    expect(link).toMatch(/^http:\/\/localhost:4200\/accept-invitation#[\w-]{43}$/);
    const secret = link.split('#')[1];
    const acceptance = { secret, displayName: 'Casey Client', password: 'wooden spoons sing at noon' };
    expect((await doors.staff.call('invitations.acceptInvitation', acceptance)).code).toBe('LINK_INVALID');
    expect((await doors.portal.call('invitations.acceptInvitation', acceptance)).status).toBe(200);
    expect((await doors.portal.call('invitations.acceptInvitation', acceptance)).code).toBe('LINK_INVALID');
    expect(await readValue(doors, 'SELECT company_id FROM account WHERE id = $1', [customerId])).toBe(
      company.id,
    );
    expect((await call('customers.renewCustomerInvitation', { customerId })).error).toMatchObject({
      reason: { gate: 'G9', rule: 'U1' },
    });
  });

  test('U1: an address in use is refused at its field, in any case; of staff it is another account', async () => {
    const company = await makeClient(doors.db);
    const other = await makeCustomer(doors.db);
    const taken = invitation(company.id, { email: other.email.toUpperCase() });
    expect((await call('customers.inviteCustomer', taken)).error).toMatchObject({
      code: 'NAME_TAKEN',
      fields: [{ path: 'email' }],
    });
    const { email } = keeper.account;
    expect((await call('customers.inviteCustomer', invitation(company.id, { email }))).status).toBe(200);
  });

  test('U1: of two invitations of one address at once one is refused', async () => {
    const company = await makeClient(doors.db);
    const input = invitation(company.id);
    const answers = await Promise.all([1, 2].map(() => call('customers.inviteCustomer', input)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  test('A12: into a group of staff is refused', async () => {
    const company = await makeClient(doors.db);
    const admin = await staffUser(doors, { isAdmin: true });
    const { id } = await findGroup(doors.db, 'manager');
    const input = invitation(company.id, { groupIds: [id] });
    expect((await call('customers.inviteCustomer', input, admin)).error).toMatchObject({
      reason: { rule: 'A12' },
    });
    // Manage Customers alone does not see groups of staff at all.
    expect((await call('customers.inviteCustomer', input)).error).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'groupIds' }],
    });
  });

  test('A12: who holds Manage Customers for a time reads, and neither invites nor renews', async () => {
    const company = await makeClient(doors.db);
    const { customerId } = await invite(company.id);
    const standIn = await staffUser(doors);
    const expiresAt = new Date(Date.now() + 86_400_000);
    await makeMembership(doors.db, { account: standIn.account, group: keeperGroup, expiresAt });
    expect(await rowsOf(company.id, standIn)).toMatchObject([{ details: { canRenewInvitation: false } }]);
    const refused = { reason: { gate: 'G7', rule: 'A12' } };
    expect((await call('customers.inviteCustomer', invitation(company.id), standIn)).error).toMatchObject(
      refused,
    );
    expect((await call('customers.renewCustomerInvitation', { customerId }, standIn)).error).toMatchObject(
      refused,
    );
  });

  test('A7: a group that requires an end date takes only accounts with one', async () => {
    const company = await makeClient(doors.db);
    const { id } = await findGroup(doors.db, 'customer-auditor');
    const groupIds = [id];
    const refused = await call('customers.inviteCustomer', invitation(company.id, { groupIds }));
    expect(refused.error).toMatchObject({ reason: { rule: 'A7' } });
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    expect(
      (await call('customers.inviteCustomer', invitation(company.id, { groupIds, expiresAt }))).status,
    ).toBe(200);
  });

  test('U8: nobody new is invited into an archived company', async () => {
    const company = await makeClient(doors.db, { archivedAt: new Date() });
    expect((await call('customers.inviteCustomer', invitation(company.id))).code).toBe('CONFLICT');
  });

  test('R2: unknown keys, no group, a name with a line break are refused', async () => {
    const company = await makeClient(doors.db);
    for (const more of [{ isAdmin: true }, { groupIds: [] }, { displayName: 'A\nB' }, { email: 'nobody' }]) {
      expect((await call('customers.inviteCustomer', invitation(company.id, more))).status).toBe(400);
    }
  });

  test('L1: the audit holds ids and flags; never the name, the address or the secret', async () => {
    const company = await makeClient(doors.db);
    const { link, customerId } = await invite(company.id, {
      displayName: 'Unmistakable Person',
      email: 'unmistakable@client.example',
    });
    const rows = (await auditRows(doors)).filter((row) => row['object_id'] === customerId);
    expect(rows).toMatchObject([
      { action: 'invitation.created', after: { companyId: company.id, groupIds: [viewers] } },
      { action: 'membership.added', after: { groupId: viewers } },
    ]);
    const log = JSON.stringify(rows);
    expect(log).not.toMatch(/unmistakable/i);
    expect(log).not.toContain(link.split('#')[1]);
  });
});

describe('renewing an invitation', () => {
  test('U5: the new link works and the old one does not', async () => {
    const company = await makeClient(doors.db);
    const { customerId, link } = await invite(company.id);
    const renewed = await call('customers.renewCustomerInvitation', { customerId });
    const accept = (from: string) =>
      doors.portal.call('invitations.acceptInvitation', {
        secret: from.split('#')[1],
        displayName: 'Casey',
        password: 'wooden spoons sing at noon',
      });
    expect((await accept(link)).code).toBe('LINK_INVALID');
    expect((await accept(renewed.data<{ link: string }>().link)).status).toBe(200);
  });

  test('A12: staff are absent, also to Admins', async () => {
    const staff = await makeStaff(doors.db, { status: 'INVITED' });
    const admin = await staffUser(doors, { isAdmin: true });
    for (const by of [keeper, admin]) {
      expect((await call('customers.renewCustomerInvitation', { customerId: staff.id }, by)).status).toBe(
        404,
      );
    }
  });
});
