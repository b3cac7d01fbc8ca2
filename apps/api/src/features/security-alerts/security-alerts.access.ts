import { makeSecurityAlert } from '@sallyport/testing';
import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { ANY_MANAGE_USERS, FOR_A_TIME, NOT_STAFF, WITHOUT_PEOPLE } from '../../matrix/personas.ts';

const declared = {
  kind: 'staff',
  permission: ['manage-users', 'manage-customers'],
  on: null,
  changesAccess: false,
} as const;
const closes = { ...declared, action: 'securityAlert.close' } as const;

export const securityAlertsAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'securityAlerts.list',
    declared: { ...declared, action: 'securityAlert.list' },
    input: () => ({}),
    cells: {
      none: {
        allowed: [...ANY_MANAGE_USERS, 'customer-manager'],
        refused: WITHOUT_PEOPLE,
        unauthenticated: NOT_STAFF,
      },
    },
  },
  {
    door: 'staff',
    procedure: 'securityAlerts.close',
    variant: 'about staff',
    declared: closes,
    input: async ({ doors }) => ({ alertId: (await makeSecurityAlert(doors.db)).id }),
    cells: {
      none: {
        allowed: ANY_MANAGE_USERS,
        refused: WITHOUT_PEOPLE,
        hidden: ['customer-manager'],
        unauthenticated: NOT_STAFF,
      },
    },
  },
  {
    door: 'staff',
    procedure: 'securityAlerts.close',
    variant: 'about customers',
    declared: closes,
    input: async ({ doors }) => ({
      alertId: (await makeSecurityAlert(doors.db, { audience: 'CUSTOMER' })).id,
    }),
    cells: {
      none: {
        allowed: ['admin', 'customer-manager'],
        refused: WITHOUT_PEOPLE,
        hidden: ['manager', 'office-manager', ...FOR_A_TIME],
        unauthenticated: NOT_STAFF,
      },
    },
  },
];
