import { makeProject } from '@sallyport/testing';
import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { NOT_STAFF, STAFF } from '../../matrix/personas.ts';

export const liveAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'live.events',
    declared: { kind: 'staff', permission: null, on: null, action: 'project.list', changesAccess: false },
    input: () => ({}),
    stir: async ({ doors, actor: { account } }) => {
      if (account?.audience !== 'STAFF' || account.status !== 'ACTIVE') return;
      const { id } = await makeProject(doors.db, { team: [{ account, role: 'OBSERVER' }] });
      doors.staff.door.live.publish({ kind: 'project', id, projectId: id });
    },
    cells: { none: { allowed: STAFF, unauthenticated: NOT_STAFF } },
  },
];
