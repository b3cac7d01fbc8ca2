import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { CUSTOMERS, NOT_CUSTOMERS } from '../../matrix/personas.ts';
import { storeLogo } from '../../matrix/shown-objects.ts';

const portal = { kind: 'portal', permission: null, on: null, changesAccess: false } as const;

export const customerHomeAccess: readonly MatrixRow[] = [
  {
    door: 'portal',
    procedure: 'home.getHome',
    declared: { ...portal, action: 'portal.home.read' },
    input: () => ({}),
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    route: 'GET /files/logo',
    variant: 'of a company with a logo',
    declared: { ...portal, action: 'portal.session.read' },
    params: async ({ doors, actor }) => {
      if (actor.account?.audience === 'CUSTOMER') await storeLogo(doors, actor.account.companyId);
      return {};
    },
    cells: { none: { allowed: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
  {
    door: 'portal',
    route: 'GET /files/logo',
    variant: 'of a company without one',
    declared: { ...portal, action: 'portal.session.read' },
    cells: { none: { hidden: CUSTOMERS, unauthenticated: NOT_CUSTOMERS } },
  },
];
