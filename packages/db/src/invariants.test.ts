import {
  createTestDatabase,
  findGroup,
  internalCompany,
  makeCompany,
  makeCustomer,
  makeGroup,
  makeMembership,
  makeStaff,
  type TestDatabase,
} from '@sallyport/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { constraintOf } from './database-error.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

/** Name of the constraint by which the database refuses; null when it does not. */
async function refusal(sql: string, values: readonly unknown[] = []): Promise<string | null> {
  try {
    await db.owner.query(sql, [...values]);
    return null;
  } catch (error) {
    return constraintOf(error);
  }
}

describe('U1 staff xor customer, and never the other', () => {
  test('there is one internal company', async () => {
    expect(
      await refusal(`INSERT INTO company (id, kind, name) VALUES (gen_random_uuid(), 'INTERNAL', 'Second')`),
    ).toBe('company_one_internal');
    expect(await refusal(`UPDATE company SET archived_at = app.now() WHERE kind = 'INTERNAL'`)).toBe(
      'company_internal_not_archived',
    );
  });

  test('the kind of a company and the audience of an account never change', async () => {
    const [company, staff, customer] = [await makeCompany(db), await makeStaff(db), await makeCustomer(db)];
    expect(await refusal(`UPDATE company SET kind = 'INTERNAL' WHERE id = $1`, [company.id])).toBe(
      'company_kind_immutable',
    );
    expect(await refusal(`UPDATE account SET audience = 'CUSTOMER' WHERE id = $1`, [staff.id])).toBe(
      'account_kind_immutable',
    );
    const internal = await internalCompany(db);
    const move = `UPDATE account SET company_id = $2, company_kind = 'INTERNAL', audience = 'STAFF' WHERE id = $1`;
    expect(await refusal(move, [customer.id, internal.id])).toBe('account_kind_immutable');
    expect(
      await refusal('UPDATE account SET company_id = $2 WHERE id = $1', [customer.id, internal.id]),
    ).toBe('account_company_id_company_kind_fkey');
  });

  test('staff belong to the internal company, customers to an external one', async () => {
    const [internal, external] = [await internalCompany(db), await makeCompany(db)];
    const insert = `INSERT INTO account (id, audience, company_id, company_kind, display_name, email) VALUES (gen_random_uuid(), $1, $2, $3, 'X', $4)`;
    expect(await refusal(insert, ['STAFF', external.id, 'EXTERNAL', 'a@x.test'])).toBe(
      'account_staff_xor_customer',
    );
    expect(await refusal(insert, ['CUSTOMER', internal.id, 'INTERNAL', 'b@x.test'])).toBe(
      'account_staff_xor_customer',
    );
    expect(await refusal(insert, ['STAFF', external.id, 'INTERNAL', 'c@x.test'])).toBe(
      'account_company_id_company_kind_fkey',
    );
    expect(await refusal(insert, ['CUSTOMER', external.id, 'EXTERNAL', 'd@x.test'])).toBeNull();
  });

  test('one e-mail address per audience, in lower case; the other audience may have the same', async () => {
    const staff = await makeStaff(db, { email: 'same@x.test' });
    await expect(makeStaff(db, { email: 'same@x.test' })).rejects.toMatchObject({
      constraint: 'account_audience_email_key',
    });
    expect((await makeCustomer(db, { email: 'same@x.test' })).email).toBe(staff.email);
    await expect(makeStaff(db, { email: 'Upper@x.test' })).rejects.toMatchObject({
      constraint: 'account_email_lower',
    });
  });

  test('usernames are of staff, unique, lower case and no e-mail addresses', async () => {
    await makeStaff(db, { username: 'lin' });
    for (const [username, constraint] of [
      ['lin', 'account_username_key'],
      ['Lin', 'account_username_lower'],
      ['l@n', 'account_username_no_at'],
    ] as const) {
      await expect(makeStaff(db, { username })).rejects.toMatchObject({ constraint });
    }
    const customer = await makeCustomer(db);
    expect(await refusal(`UPDATE account SET username = 'kim' WHERE id = $1`, [customer.id])).toBe(
      'account_username_staff_only',
    );
  });

  test('A5 an Admin is staff and has no expiry', async () => {
    const customer = await makeCustomer(db);
    expect(await refusal('UPDATE account SET is_admin = true WHERE id = $1', [customer.id])).toBe(
      'account_admin_staff_only',
    );
    await expect(makeStaff(db, { isAdmin: true, expiresAt: new Date() })).rejects.toMatchObject({
      constraint: 'account_admin_without_expiry',
    });
  });
});

describe('A10 audiences do not mix in groups', () => {
  test('a group holds people of its own audience', async () => {
    const [staff, customer] = [await makeStaff(db), await makeCustomer(db)];
    const [staffGroup, customerGroup] = [await makeGroup(db), await makeGroup(db, { audience: 'CUSTOMER' })];
    const insert = `INSERT INTO membership (group_id, account_id, audience, reason) VALUES ($1, $2, $3, 'x')`;
    for (const [group, account] of [
      [staffGroup, customer],
      [customerGroup, staff],
    ] as const) {
      expect(await refusal(insert, [group.id, account.id, group.audience])).toBe(
        'membership_account_id_audience_fkey',
      );
      expect(await refusal(insert, [group.id, account.id, account.audience])).toBe(
        'membership_group_id_audience_fkey',
      );
    }
    expect(await refusal(insert, [staffGroup.id, staff.id, 'STAFF'])).toBeNull();
  });

  test('a group holds permissions of its own audience, with reach exactly where it means something', async () => {
    const [staff, customer] = [await makeGroup(db), await makeGroup(db, { audience: 'CUSTOMER' })];
    const insert = 'INSERT INTO group_grant (group_id, audience, permission, reach) VALUES ($1, $2, $3, $4)';
    expect(await refusal(insert, [staff.id, 'STAFF', 'comment', null])).toBe(
      'group_grant_permission_by_audience',
    );
    expect(await refusal(insert, [customer.id, 'CUSTOMER', 'manage-users', null])).toBe(
      'group_grant_permission_by_audience',
    );
    expect(await refusal(insert, [customer.id, 'STAFF', 'manage-users', null])).toBe(
      'group_grant_group_id_audience_fkey',
    );
    expect(await refusal(insert, [staff.id, 'STAFF', 'manage-projects', null])).toBe(
      'group_grant_reach_where_meant',
    );
    expect(await refusal(insert, [staff.id, 'STAFF', 'manage-users', 'ALL'])).toBe(
      'group_grant_reach_where_meant',
    );
    expect(await refusal(insert, [staff.id, 'STAFF', 'assign-projects', 'SOME'])).toBe(
      'group_grant_reach_known',
    );
    expect(await refusal(insert, [staff.id, 'STAFF', 'manage-projects', 'ASSIGNED'])).toBeNull();
  });

  test('the audience of a group never changes', async () => {
    const group = await makeGroup(db);
    expect(await refusal(`UPDATE access_group SET audience = 'CUSTOMER' WHERE id = $1`, [group.id])).toBe(
      'access_group_kind_immutable',
    );
  });
});

describe('A6 built-in groups', () => {
  test('are never deleted and keep their key; renaming and editing is fine', async () => {
    const group = await findGroup(db, 'manager');
    expect(await refusal('DELETE FROM access_group WHERE id = $1', [group.id])).toBe(
      'access_group_built_in_kept',
    );
    expect(await refusal('UPDATE access_group SET key = NULL WHERE id = $1', [group.id])).toBe(
      'access_group_key_immutable',
    );
    expect(
      await refusal(`UPDATE access_group SET name = 'Leads', name_skeleton = 'leads' WHERE id = $1`, [
        group.id,
      ]),
    ).toBeNull();
  });

  test('a group of the firm is deleted with its grants, once nobody is in it, and never becomes built-in', async () => {
    const group = await makeGroup(db, { grants: [{ permission: 'manage-users' }] });
    const staff = await makeStaff(db);
    await makeMembership(db, { account: staff, group: group.id });
    expect(await refusal(`UPDATE access_group SET key = 'own' WHERE id = $1`, [group.id])).toBe(
      'access_group_key_immutable',
    );
    expect(await refusal('DELETE FROM access_group WHERE id = $1', [group.id])).toBe(
      'membership_group_id_audience_fkey',
    );
    await db.owner.query('DELETE FROM membership WHERE group_id = $1', [group.id]);
    expect(await refusal('DELETE FROM access_group WHERE id = $1', [group.id])).toBeNull();
  });

  test('names that look alike are one name', async () => {
    await makeGroup(db, { name: 'Red Team' });
    await expect(makeGroup(db, { name: 'rеd  tеam' })).rejects.toMatchObject({
      constraint: 'access_group_name_skeleton_key',
    });
    await expect(makeGroup(db, { name: 'Adrninistrator' })).rejects.toMatchObject({
      constraint: 'access_group_name_skeleton_key',
    });
  });
});

test('U8 a company with people is not deleted', async () => {
  const customer = await makeCustomer(db);
  expect(await refusal('DELETE FROM company WHERE id = $1', [customer.companyId])).toBe(
    'account_company_id_company_kind_fkey',
  );
});

test('the installation is one', async () => {
  expect(await refusal('INSERT INTO installation (id) VALUES (2)')).toBe('installation_is_one');
});
