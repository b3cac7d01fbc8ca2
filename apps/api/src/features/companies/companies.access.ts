import { randomUUID } from 'node:crypto';
import { pngOf } from '../../doors/testing/evidence.ts';
import { makeCompanyObject, makeCompanyWithLogo } from '../../matrix/engagement-objects.ts';
import type { Cell, MatrixRow } from '../../matrix/matrix-row.ts';
import { HOLD_PROJECTS, NOT_STAFF, STAFF } from '../../matrix/personas.ts';

const OTHERS = STAFF.filter((persona) => persona !== 'admin' && persona !== 'company-manager');
const declared = { kind: 'staff', on: null, changesAccess: false } as const;
const update = {
  ...declared,
  permission: 'manage-companies',
  on: 'company',
  action: 'company.update',
} as const;
const everyone: Cell = { allowed: STAFF, unauthenticated: NOT_STAFF };
const byKeepers: Cell = {
  allowed: ['admin', 'company-manager'],
  refused: OTHERS,
  unauthenticated: NOT_STAFF,
};
const absent: Cell = { hidden: ['admin', 'company-manager'], refused: OTHERS, unauthenticated: NOT_STAFF };

const readable: MatrixRow['cells'] = {
  ordinary: {
    allowed: [...HOLD_PROJECTS, 'customer-manager', 'company-manager'],
    hidden: ['no-groups', 'office-manager'],
    unauthenticated: NOT_STAFF,
  },
  led: everyone,
  nonexistent: { hidden: STAFF, unauthenticated: NOT_STAFF },
};

const archiving = { ...update, changesAccess: true } as const;
const because = () => ({ reason: 'For the matrix' });

const profile = () => ({
  name: `Client ${randomUUID()}`,
  legalName: 'Client Incorporated',
  address: '1 Example Street',
  website: 'https://client.example',
  notes: '',
  contacts: [{ name: 'Robin Vale', isEmergency: true }],
});

export const companiesAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'companies.listCompanies',
    declared: { ...declared, permission: null, action: 'company.list' },
    input: () => ({}),
    cells: { none: everyone },
  },
  {
    door: 'staff',
    procedure: 'companies.getCompany',
    declared: { ...declared, permission: null, on: 'company', action: 'company.read' },
    input: () => ({}),
    cells: readable,
  },
  {
    door: 'staff',
    procedure: 'companies.createCompany',
    declared: { ...declared, permission: 'manage-companies', action: 'company.create' },
    input: profile,
    cells: { none: byKeepers },
  },
  {
    door: 'staff',
    procedure: 'companies.updateCompany',
    declared: update,
    input: ({ object }) => ({ ...profile(), version: object.version }),
    cells: { ordinary: byKeepers, led: byKeepers, nonexistent: absent },
  },
  {
    door: 'staff',
    procedure: 'companies.removeLogo',
    declared: update,
    input: ({ object }) => ({ version: object.version }),
    cells: { ordinary: byKeepers, led: byKeepers, nonexistent: absent },
  },
  {
    door: 'staff',
    procedure: 'companies.archiveCompany',
    declared: archiving,
    input: because,
    cells: { ordinary: byKeepers, led: byKeepers, nonexistent: absent },
  },
  {
    door: 'staff',
    procedure: 'companies.restoreCompany',
    declared: archiving,
    object: async (doors, state, actor) => {
      const company = await makeCompanyObject(doors, state, actor);
      await doors.db.owner.query('UPDATE company SET archived_at = app.now() WHERE id = $1', [company.id]);
      return company;
    },
    input: because,
    cells: { ordinary: byKeepers, led: byKeepers, nonexistent: absent },
  },
  {
    door: 'staff',
    route: 'POST /upload/logos/:companyId',
    declared: update,
    body: () => pngOf(),
    cells: { ordinary: byKeepers, led: byKeepers, nonexistent: absent },
  },
  {
    door: 'staff',
    route: 'GET /files/logos/:companyId',
    declared: { ...declared, permission: null, on: 'company', action: 'company.read' },
    object: makeCompanyWithLogo,
    cells: readable,
  },
];
