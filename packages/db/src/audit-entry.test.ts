import {
  createTestDatabase,
  makeCustomer,
  makeSession,
  makeStaff,
  type TestDatabase,
} from '@sallyport/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { constraintOf } from './database-error.ts';
import { appendPortalAudit, type PortalAuditEntry } from './functions/audit.ts';
import { withClient } from './owner-client.ts';
import { asDoor, auditOf } from './test-support/doors.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  await db.owner.query(
    `INSERT INTO audit_entry (door, action, outcome, request_id) VALUES ('CLI', 'setup.completed', 'ALLOWED', 'first')`,
  );
});
afterAll(() => db[Symbol.asyncDispose]());

const CHANGES = [
  `UPDATE audit_entry SET reason = 'edited'`,
  'UPDATE audit_entry SET occurrences = 2 WHERE false',
  'DELETE FROM audit_entry',
  'TRUNCATE audit_entry',
  'TRUNCATE account CASCADE',
];

describe('L2 the audit log is append-only', () => {
  test('for the doors and jobs: they have no right to change it', async () => {
    for (const url of [db.staffUrl, db.portalUrl, db.jobsUrl]) {
      for (const sql of CHANGES) {
        await expect(withClient(url, (client) => client.query(sql))).rejects.toMatchObject({ code: '42501' });
      }
    }
  });

  test('for the owner and the superuser: the trigger refuses, also when no row matches', async () => {
    for (const url of [db.ownerUrl, db.adminUrl]) {
      for (const sql of CHANGES) {
        const error = await withClient(url, (client) => client.query(sql)).catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(pg.DatabaseError);
        expect([sql, constraintOf(error)]).toEqual([sql, 'audit_append_only']);
      }
    }
  });

  test('staff and jobs may add to it and read it back', async () => {
    for (const door of [db.staff, db.jobs]) {
      const entry = await door.prisma.auditEntry.create({
        data: {
          door: 'SYSTEM',
          action: 'group.created',
          outcome: 'ALLOWED',
          requestId: 'r',
          after: { grants: ['a'] },
        },
      });
      expect(await door.prisma.auditEntry.findUnique({ where: { seq: entry.seq } })).toMatchObject({
        after: { grants: ['a'] },
      });
    }
  });

  test('nobody chooses a position in it', async () => {
    await expect(
      withClient(db.staffUrl, (client) =>
        client.query(
          `INSERT INTO audit_entry (seq, door, action, outcome, request_id) VALUES (1, 'CLI', 'group.created', 'ALLOWED', 'x')`,
        ),
      ),
    ).rejects.toMatchObject({ code: '428C9' });
  });
});

describe('L1 what the portal may record', () => {
  const entry: PortalAuditEntry = {
    action: 'account.updated',
    outcome: 'ALLOWED',
    objectType: 'account',
    objectId: null,
    address: '192.0.2.1',
    requestId: 'r',
    after: { fields: ['displayName'] },
  };

  test('its own actions, with the actor that the session proves', async () => {
    const account = await makeCustomer(db);
    const { secret, id } = await makeSession(db, account);
    await asDoor(db, 'CUSTOMER', secret, (tx) => appendPortalAudit(tx, { ...entry, objectId: account.id }));
    expect(await auditOf(db, account.id)).toEqual([
      { door: 'PORTAL', action: 'account.updated', outcome: 'ALLOWED', actor: account.id, session: id },
    ]);
  });

  test('a refusal also without a session, and several as one line', async () => {
    const refusal: PortalAuditEntry = {
      ...entry,
      action: 'access.refused',
      outcome: 'REFUSED',
      requestId: 'flood',
      occurrences: 40,
    };
    await asDoor(db, 'CUSTOMER', null, (tx) => appendPortalAudit(tx, refusal));
    const { rows } = await db.owner.query(
      `SELECT actor_id, occurrences FROM audit_entry WHERE request_id = 'flood'`,
    );
    expect(rows).toEqual([{ actor_id: null, occurrences: 40 }]);
  });

  test('nothing else: no staff action, no change without a session, no refusal that was allowed', async () => {
    const { secret } = await makeSession(db, await makeCustomer(db));
    const refused: [string | null, object][] = [
      [secret, { ...entry, action: 'group.updated' }],
      [null, entry],
      [secret, { ...entry, action: 'access.refused' }],
    ];
    for (const [session, attempted] of refused) {
      const error = await asDoor(db, 'CUSTOMER', session, (tx) =>
        appendPortalAudit(tx, attempted as PortalAuditEntry),
      ).catch((caught: unknown) => caught);
      expect(constraintOf(error)).toBe('audit_entry_portal_action');
    }
  });
});

test('an account that left a trace cannot be deleted', async () => {
  const staff = await makeStaff(db);
  await db.owner.query(
    `INSERT INTO audit_entry (door, action, outcome, actor_id, request_id) VALUES ('STAFF', 'group.created', 'ALLOWED', $1, 'x')`,
    [staff.id],
  );
  const error = await db.owner
    .query('DELETE FROM account WHERE id = $1', [staff.id])
    .catch((caught: unknown) => caught);
  expect(constraintOf(error)).toBe('audit_entry_actor_id_fkey');
});
