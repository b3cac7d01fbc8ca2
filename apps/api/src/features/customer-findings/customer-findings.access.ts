import { randomUUID } from 'node:crypto';
import type { CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { LIST_SHOWN, READ_SHOWN, VIEW_INTERNAL, VIEW_STEPS } from '../../matrix/shown-cells.ts';
import { makeFindingWithInternalEvidence, makePublishedFinding } from '../../matrix/shown-objects.ts';

const portal = { kind: 'portal', permission: 'view-findings', changesAccess: false } as const;
const picture = {
  door: 'portal',
  route: 'GET /files/evidence/:evidenceId',
  declared: {
    ...portal,
    permission: 'view-steps-and-evidence',
    on: 'published-finding',
    action: 'portal.evidence.read',
  },
  params: ({ object }: CellContext) => ({ evidenceId: String(object['evidenceId'] ?? randomUUID()) }),
} as const;

export const customerFindingsAccess: readonly MatrixRow[] = [
  {
    door: 'portal',
    procedure: 'findings.listFindings',
    declared: { ...portal, on: null, action: 'portal.finding.list' },
    input: () => ({}),
    cells: LIST_SHOWN,
  },
  {
    door: 'portal',
    procedure: 'findings.getFinding',
    declared: { ...portal, on: 'published-finding', action: 'portal.finding.read' },
    object: makePublishedFinding,
    input: () => ({}),
    cells: READ_SHOWN,
  },
  { ...picture, object: makePublishedFinding, cells: VIEW_STEPS },
  { ...picture, variant: 'internal', object: makeFindingWithInternalEvidence, cells: VIEW_INTERNAL },
];
