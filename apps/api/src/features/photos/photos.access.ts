import { randomUUID } from 'node:crypto';
import { makeCustomer, makeStaff } from '@sallyport/testing';
import { pngOf } from '../../doors/testing/evidence.ts';
import { givePhoto } from '../../doors/testing/photos.ts';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { CUSTOMERS, NOT_CUSTOMERS, NOT_STAFF, STAFF } from '../../matrix/personas.ts';

const staff = { kind: 'staff', permission: null, on: null, changesAccess: false } as const;
const portal = { ...staff, kind: 'portal' } as const;
const MANAGE_CUSTOMERS = ['admin', 'customer-manager'] as const;
const OTHERS = STAFF.filter((persona) => persona !== 'admin' && persona !== 'customer-manager');

const somebody =
  (make: typeof makeStaff | typeof makeCustomer) =>
  async ({ doors }: CellContext) => {
    const account = await make(doors.db);
    await givePhoto(doors, account);
    return { accountId: account.id };
  };

export const photosAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    route: 'POST /upload/photo',
    declared: { ...staff, action: 'profile.update' },
    body: () => pngOf(),
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    route: 'GET /files/photos/:accountId',
    variant: 'of a member of staff',
    declared: { ...staff, action: 'photo.read' },
    params: somebody(makeStaff),
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    route: 'GET /files/photos/:accountId',
    variant: 'of a customer',
    declared: { ...staff, action: 'photo.read' },
    params: somebody(makeCustomer),
    cells: { none: { allowed: MANAGE_CUSTOMERS, hidden: OTHERS, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    route: 'GET /files/photos/:accountId',
    variant: 'of nobody',
    declared: { ...staff, action: 'photo.read' },
    params: () => ({ accountId: randomUUID() }),
    cells: { none: { hidden: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'portal',
    route: 'POST /upload/photo',
    declared: { ...portal, action: 'portal.profile.update' },
    body: () => pngOf(),
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    route: 'GET /files/photo',
    variant: 'with a photo',
    declared: { ...portal, action: 'portal.profile.read' },
    params: async ({ doors, actor }) => {
      if (actor.account?.audience === 'CUSTOMER' && actor.persona !== 'customer-deactivated')
        await givePhoto(doors, actor.account);
      return {};
    },
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    route: 'GET /files/photo',
    variant: 'without one',
    declared: { ...portal, action: 'portal.profile.read' },
    cells: { none: { hidden: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
];
