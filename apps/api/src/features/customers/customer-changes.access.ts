import { randomUUID } from 'node:crypto';
import { makeClient, makeCustomer } from '@sallyport/testing';
import type { TestDoors } from '../../doors/testing/test-doors.ts';
import type { Cell, CellObject, MatrixRow } from '../../matrix/matrix-row.ts';
import { NOT_STAFF, STAFF } from '../../matrix/personas.ts';

const KEEPERS = ['admin', 'customer-manager'] as const;
const OTHERS = STAFF.filter((persona) => persona !== 'admin' && persona !== 'customer-manager');
const change = {
  kind: 'staff',
  permission: 'manage-customers',
  on: 'customer',
  changesAccess: true,
} as const;
const read = { ...change, changesAccess: false } as const;
const because = () => ({ reason: 'For the matrix' });

const absent: Cell = { hidden: KEEPERS, refused: OTHERS, unauthenticated: NOT_STAFF };
const cells = {
  ordinary: { allowed: KEEPERS, refused: OTHERS, unauthenticated: NOT_STAFF },
  nonexistent: absent,
};
const confirmed = {
  ordinary: { confirm: KEEPERS, refused: OTHERS, unauthenticated: NOT_STAFF },
  nonexistent: absent,
};

async function suspended({ db }: TestDoors): Promise<CellObject> {
  const { id, version } = await makeCustomer(db, { suspendedAt: new Date() });
  return { id, version };
}

/** U5: links are mailed where a mail server is set. */
async function withMail({ db }: TestDoors): Promise<CellObject> {
  await db.owner.query(`INSERT INTO mail_setting (host, port, security, authentication, from_address)
    VALUES ('mail.example', 25, 'NONE', 'NONE', 'firm@mail.example') ON CONFLICT DO NOTHING`);
  const { id, version } = await makeCustomer(db);
  return { id, version };
}

const row = (
  procedure: string,
  declared: MatrixRow['declared'],
  more: Partial<Pick<MatrixRow, 'object' | 'targetStatus' | 'cells'>> & {
    input?: Extract<MatrixRow, { procedure: string }>['input'];
  } = {},
): MatrixRow => ({ door: 'staff', procedure, declared, input: because, cells, ...more });

export const customerChangesAccess: readonly MatrixRow[] = [
  row('customers.getCustomer', { ...read, action: 'customer.read' }, { input: () => ({}) }),
  row('customers.getCustomerControls', { ...read, action: 'customer.read' }, { input: () => ({}) }),
  row('customers.previewCustomerRemoval', { ...read, action: 'customer.read' }, { input: () => ({}) }),
  row('customers.listCustomerSessions', { ...read, action: 'customer.listSessions' }, { input: () => ({}) }),
  row('customers.endCustomerSessions', { ...read, action: 'customer.endSessions' }, { input: () => ({}) }),
  row(
    'customers.updateCustomer',
    { ...read, action: 'customer.update' },
    { input: ({ object }) => ({ version: object.version, displayName: 'Other Name', title: '' }) },
  ),
  row('customers.deactivateCustomer', { ...change, action: 'customer.deactivate' }),
  row(
    'customers.reactivateCustomer',
    { ...change, action: 'customer.reactivate' },
    { targetStatus: 'INACTIVE' },
  ),
  row('customers.suspendCustomer', { ...change, action: 'customer.suspend' }),
  row(
    'customers.liftCustomerSuspension',
    { ...change, action: 'customer.liftSuspension' },
    { object: suspended },
  ),
  row(
    'customers.setCustomerExpiry',
    { ...change, action: 'customer.setExpiry' },
    { input: () => ({ expiresAt: null, reason: 'For the matrix' }) },
  ),
  row(
    'customers.setCustomerSwitches',
    { ...change, action: 'customer.setSwitches' },
    {
      input: () => ({
        mayUseTokens: true,
        isPasskeyOnly: false,
        mayDownload: false,
        mayComment: false,
        reason: 'For the matrix',
      }),
    },
  ),
  row(
    'customers.requireCustomerPasswordChange',
    { ...change, action: 'customer.requirePasswordChange' },
    { cells: confirmed },
  ),
  row('customers.resetCustomerFactors', { ...change, action: 'customer.resetFactors' }, { cells: confirmed }),
  row(
    'customers.sendCustomerReset',
    { ...change, action: 'customer.sendReset' },
    { cells: confirmed, object: withMail },
  ),
  row(
    'customers.changeCustomerEmail',
    { ...change, action: 'customer.changeEmail' },
    {
      cells: confirmed,
      targetStatus: 'INVITED',
      input: () => ({ newEmail: `${randomUUID()}@client.example`, reason: 'For the matrix' }),
    },
  ),
  row(
    'customers.moveCustomer',
    { ...change, action: 'customer.move' },
    {
      cells: confirmed,
      input: async ({ doors }) => ({ companyId: (await makeClient(doors.db)).id, reason: 'For the matrix' }),
    },
  ),
  row(
    'customers.anonymiseCustomer',
    { ...change, action: 'customer.anonymise' },
    { cells: confirmed, targetStatus: 'INACTIVE' },
  ),
  row(
    'customers.deleteCustomer',
    { ...change, action: 'customer.delete' },
    { cells: confirmed, targetStatus: 'INVITED' },
  ),
];
