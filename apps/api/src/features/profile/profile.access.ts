import { givePhoto } from '../../doors/testing/photos.ts';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { CUSTOMERS, NOT_CUSTOMERS, NOT_STAFF, STAFF } from '../../matrix/personas.ts';

const own = { kind: 'staff', permission: null, on: null, changesAccess: false } as const;
const ownAtPortal = { ...own, kind: 'portal' } as const;
const newPassword = () => ({ newPassword: 'grey foxes borrow umbrellas' });

const preferences = () => ({ language: 'en', theme: 'dark' });

/** No input, after giving whoever asks a photo at the own door. */
const withPhoto =
  (audience: 'STAFF' | 'CUSTOMER') =>
  async ({ doors, actor }: CellContext) => {
    if (actor.account?.audience === audience && !actor.persona.endsWith('deactivated'))
      await givePhoto(doors, actor.account);
    return {};
  };

export const profileAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'profile.getProfile',
    declared: { ...own, action: 'profile.read' },
    input: () => ({}),
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'profile.updateProfile',
    declared: { ...own, action: 'profile.update' },
    input: () => ({
      version: 1,
      displayName: 'Other Name',
      title: 'Tester',
      phone: '+44 20 7946 0112',
      username: null,
    }),
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'profile.updatePreferences',
    declared: { ...own, action: 'profile.update' },
    input: preferences,
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'profile.removePhoto',
    declared: { ...own, action: 'profile.update' },
    input: withPhoto('STAFF'),
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'staff',
    procedure: 'profile.changePassword',
    declared: { ...own, action: 'profile.changePassword' },
    input: newPassword,
    cells: { none: { confirm: STAFF, unauthenticated: NOT_STAFF } },
  },
  {
    door: 'portal',
    procedure: 'profile.getProfile',
    declared: { ...ownAtPortal, action: 'portal.profile.read' },
    input: () => ({}),
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    procedure: 'profile.updateProfile',
    declared: { ...ownAtPortal, action: 'portal.profile.update' },
    input: () => ({ version: 1, displayName: 'Other Name', phone: '' }),
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    procedure: 'profile.updatePreferences',
    declared: { ...ownAtPortal, action: 'portal.profile.update' },
    input: preferences,
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    procedure: 'profile.removePhoto',
    declared: { ...ownAtPortal, action: 'portal.profile.update' },
    input: withPhoto('CUSTOMER'),
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    procedure: 'profile.changePassword',
    declared: { ...ownAtPortal, action: 'portal.profile.changePassword' },
    input: newPassword,
    cells: { none: { confirm: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
];
