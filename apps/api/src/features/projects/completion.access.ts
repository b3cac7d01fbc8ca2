import { byLeadCells } from '../../matrix/lead-cells.ts';
import type { MatrixRow } from '../../matrix/matrix-row.ts';

const declared = {
  kind: 'staff',
  permission: 'manage-projects',
  on: 'project',
  action: 'project.complete',
  changesAccess: false,
} as const;

export const completionAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'projects.previewCompletion',
    declared,
    input: () => ({}),
    cells: byLeadCells(),
  },
  {
    door: 'staff',
    procedure: 'projects.completeProject',
    declared,
    input: ({ object }) => ({ version: object.version, publishes: [] }),
    cells: byLeadCells(),
  },
];
