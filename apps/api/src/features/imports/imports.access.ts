import { makeImport } from '@sallyport/testing';
import type { TestDoors } from '../../doors/testing/test-doors.ts';
import { makeProjectObject } from '../../matrix/engagement-objects.ts';
import { readableCells } from '../../matrix/lead-cells.ts';
import type { CellObject, MatrixRow, ObjectState } from '../../matrix/matrix-row.ts';
import type { Actor } from '../../matrix/personas.ts';
import { WRITE_BENEATH } from '../../matrix/project-cells.ts';

const reading = { kind: 'staff', permission: null, action: 'project.read', changesAccess: false } as const;
const writing = {
  kind: 'staff',
  permission: 'manage-projects',
  action: 'project.write',
  changesAccess: false,
} as const;

const { published: _out, ...WRITE } = WRITE_BENEATH;

/** A finished preview in a project to which the actor stands as the state says. */
async function importObject(doors: TestDoors, state: ObjectState, actor: Actor): Promise<CellObject> {
  const { id: projectId, companyId } = await makeProjectObject(doors, state, actor);
  const { id } = await makeImport(
    doors.db,
    { id: projectId, companyId: String(companyId) },
    { state: 'READY' },
  );
  return { id, version: 1 };
}

const SCAN = '<?xml version="1.0"?>\n<NessusClientData_v2><Report name="Empty"/></NessusClientData_v2>\n';

export const importsAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'imports.listImports',
    declared: { ...reading, on: 'project' },
    input: () => ({}),
    cells: readableCells(),
  },
  {
    door: 'staff',
    procedure: 'imports.getImport',
    declared: { ...reading, on: 'import' },
    object: importObject,
    input: () => ({}),
    cells: readableCells(),
  },
  {
    door: 'staff',
    procedure: 'imports.applyImport',
    declared: { ...writing, on: 'import' },
    object: importObject,
    input: ({ object }) => ({ version: object.version }),
    cells: WRITE,
  },
  {
    door: 'staff',
    procedure: 'imports.discardImport',
    declared: { ...writing, on: 'import' },
    object: importObject,
    input: ({ object }) => ({ version: object.version }),
    cells: WRITE,
  },
  {
    door: 'staff',
    route: 'POST /upload/imports/:projectId',
    declared: { ...writing, on: 'project' },
    body: () => Buffer.from(SCAN),
    cells: WRITE,
  },
];
