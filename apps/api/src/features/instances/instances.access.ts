import { randomUUID } from 'node:crypto';
import { makeFindingObject } from '../../matrix/finding-objects.ts';
import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { WRITE_BENEATH } from '../../matrix/project-cells.ts';

const row = {
  door: 'staff',
  declared: {
    kind: 'staff',
    permission: 'manage-projects',
    on: 'finding',
    action: 'project.write',
    changesAccess: false,
  },
  object: makeFindingObject,
  cells: WRITE_BENEATH,
} as const;

export const instancesAccess: readonly MatrixRow[] = [
  {
    ...row,
    procedure: 'instances.addInstances',
    input: () => ({ text: 'https://shop.client.example/login\n192.0.2.7:22/tcp' }),
  },
  {
    ...row,
    procedure: 'instances.updateInstance',
    input: ({ object }) => ({
      instanceId: object['instanceId'] ?? randomUUID(),
      parameter: 'q',
      note: 'Behind the proxy',
    }),
  },
  {
    ...row,
    procedure: 'instances.removeInstances',
    input: ({ object }) => ({ instanceIds: [object['instanceId'] ?? randomUUID()] }),
  },
];
