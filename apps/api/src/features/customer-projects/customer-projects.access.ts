import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { LIST_SHOWN, READ_SHOWN } from '../../matrix/shown-cells.ts';
import { makeShownProject } from '../../matrix/shown-objects.ts';

const portal = {
  kind: 'portal',
  permission: ['view-findings', 'download-reports'],
  changesAccess: false,
} as const;

export const customerProjectsAccess: readonly MatrixRow[] = [
  {
    door: 'portal',
    procedure: 'projects.listProjects',
    declared: { ...portal, on: null, action: 'portal.project.list' },
    input: () => ({}),
    cells: LIST_SHOWN,
  },
  {
    door: 'portal',
    procedure: 'projects.getProject',
    declared: { ...portal, on: 'shown-project', action: 'portal.project.read' },
    object: makeShownProject,
    input: () => ({}),
    cells: READ_SHOWN,
  },
];
