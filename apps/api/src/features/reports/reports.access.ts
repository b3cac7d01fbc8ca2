import { makeFinding } from '@sallyport/testing';
import { storeReport } from '../../doors/testing/reports.ts';
import type { TestDoors } from '../../doors/testing/test-doors.ts';
import { makeProjectObject } from '../../matrix/engagement-objects.ts';
import { byLeadCells, readableCells } from '../../matrix/lead-cells.ts';
import type { CellObject, MatrixRow, ObjectState } from '../../matrix/matrix-row.ts';
import { type Actor, HOLD_PROJECTS, NOT_STAFF, WITHOUT_PROJECTS } from '../../matrix/personas.ts';
import { WRITE_BENEATH } from '../../matrix/project-cells.ts';

const staff = { kind: 'staff', changesAccess: false } as const;
const reading = { ...staff, permission: null, action: 'project.read' } as const;
const byWriters = { allowed: HOLD_PROJECTS, refused: WITHOUT_PROJECTS, unauthenticated: NOT_STAFF } as const;

const { published: _out, ...writing } = WRITE_BENEATH;
/** Drafts are written by owners, testers and reach ALL, of a completed project too: its report comes afterwards. */
const REPORT: MatrixRow['cells'] = { ...writing, completed: byWriters };
const RELEASE: MatrixRow['cells'] = { ...byLeadCells(), completed: byWriters };

/** A finished report about one published finding, of a project to which the actor stands as the state says. */
async function reportObject(doors: TestDoors, state: ObjectState, actor: Actor): Promise<CellObject> {
  const made = await makeProjectObject(doors, state, actor);
  const project = { id: made.id, companyId: String(made['companyId']) };
  const finding = await makeFinding(doors.db, project, { isPublished: true });
  const { id } = await storeReport(doors, project, { findings: [finding] });
  return { id, version: 1 };
}

export const reportsAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'reports.listReports',
    declared: { ...reading, on: 'project' },
    input: () => ({}),
    cells: readableCells(),
  },
  {
    door: 'staff',
    procedure: 'reports.getReport',
    declared: { ...reading, on: 'report' },
    object: reportObject,
    input: () => ({}),
    cells: readableCells(),
  },
  {
    door: 'staff',
    procedure: 'reports.generateReport',
    declared: { ...staff, permission: 'manage-projects', on: 'project', action: 'project.report' },
    input: () => ({}),
    cells: REPORT,
  },
  {
    door: 'staff',
    procedure: 'reports.releaseReport',
    declared: { ...staff, permission: 'manage-projects', on: 'report', action: 'project.release' },
    object: reportObject,
    input: () => ({}),
    cells: RELEASE,
  },
  {
    door: 'staff',
    route: 'GET /files/reports/:reportId',
    declared: { ...reading, on: 'report', action: 'project.download' },
    object: reportObject,
    cells: readableCells(),
  },
];
