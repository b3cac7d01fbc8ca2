import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { LIST_SHOWN, READ_SHOWN } from '../../matrix/shown-cells.ts';
import { makeReleasedReport } from '../../matrix/shown-objects.ts';

const portal = { kind: 'portal', permission: 'download-reports', changesAccess: false } as const;

export const customerReportsAccess: readonly MatrixRow[] = [
  {
    door: 'portal',
    procedure: 'reports.listReports',
    declared: { ...portal, on: null, action: 'portal.report.list' },
    input: () => ({}),
    cells: LIST_SHOWN,
  },
  {
    door: 'portal',
    route: 'GET /files/reports/:reportId',
    declared: { ...portal, on: 'released-report', action: 'portal.report.download' },
    object: makeReleasedReport,
    cells: READ_SHOWN,
  },
];
