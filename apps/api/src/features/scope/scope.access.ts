import { byLeadCells, readableCells } from '../../matrix/lead-cells.ts';
import type { MatrixRow } from '../../matrix/matrix-row.ts';

const declared = { kind: 'staff', on: 'project', changesAccess: false } as const;
const govern = { ...declared, permission: 'manage-projects', action: 'project.govern' } as const;

export const scopeAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'scope.listScope',
    declared: { ...declared, permission: null, action: 'project.read' },
    input: () => ({}),
    cells: readableCells(),
  },
  {
    door: 'staff',
    procedure: 'scope.addScope',
    declared: govern,
    input: () => ({ text: 'https://shop.client.example\n192.0.2.0/24' }),
    cells: byLeadCells(),
  },
  {
    door: 'staff',
    procedure: 'scope.updateScopeItem',
    declared: govern,
    input: ({ object }) => ({
      scopeItemId: object['scopeItemId'] ?? object.id,
      isInScope: false,
      note: 'Run by somebody else',
    }),
    cells: byLeadCells(),
  },
  {
    door: 'staff',
    procedure: 'scope.removeScope',
    declared: govern,
    input: ({ object }) => ({ scopeItemIds: [object['scopeItemId'] ?? object.id] }),
    cells: byLeadCells(),
  },
];
