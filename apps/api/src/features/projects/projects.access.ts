import { makeClient } from '@sallyport/testing';
import { byLeadCells, readableCells } from '../../matrix/lead-cells.ts';
import type { Cell, CellContext, MatrixRow } from '../../matrix/matrix-row.ts';
import { NOT_STAFF, REACH_ALL, STAFF, WITHOUT_PROJECTS } from '../../matrix/personas.ts';

const declared = { kind: 'staff', permission: null, on: null, changesAccess: false } as const;
const onProject = { kind: 'staff', on: 'project', changesAccess: false } as const;
const everyone: Cell = { allowed: STAFF, unauthenticated: NOT_STAFF };
/** Assign Projects comes with the same groups as Manage Projects of reach ALL. */
const WITHOUT_ASSIGNING = ['tester', ...WITHOUT_PROJECTS] as const;
const byAssigners: Cell = { allowed: REACH_ALL, refused: WITHOUT_ASSIGNING, unauthenticated: NOT_STAFF };
const hiddenFromAssigners: Cell = {
  hidden: REACH_ALL,
  refused: WITHOUT_ASSIGNING,
  unauthenticated: NOT_STAFF,
};

async function form({ doors }: Pick<CellContext, 'doors'>) {
  const { rows } = await doors.db.owner.query<{ id: string }>(
    'SELECT id FROM project_type ORDER BY position LIMIT 1',
  );
  return { name: 'Web shop 2026', typeId: rows[0]?.id, testStart: '2026-03-01', testEnd: '2026-03-10' };
}

export const projectsAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'projects.listProjects',
    declared: { ...declared, action: 'project.list' },
    input: () => ({}),
    cells: { none: everyone },
  },
  {
    door: 'staff',
    procedure: 'projects.getProjectChoices',
    declared: { ...declared, action: 'project.list' },
    input: () => ({}),
    cells: { none: everyone },
  },
  {
    door: 'staff',
    procedure: 'projects.getProject',
    declared: { ...onProject, permission: null, action: 'project.read' },
    input: () => ({}),
    cells: readableCells(),
  },
  {
    door: 'staff',
    procedure: 'projects.createProject',
    declared: { ...declared, permission: 'manage-projects', action: 'project.create' },
    input: async (context) => ({
      ...(await form(context)),
      companyId: (await makeClient(context.doors.db)).id,
    }),
    cells: {
      none: {
        allowed: ['admin', 'manager', 'project-manager', 'temporary', 'tester'],
        refused: ['expiring', ...WITHOUT_PROJECTS],
        unauthenticated: NOT_STAFF,
      },
    },
  },
  {
    door: 'staff',
    procedure: 'projects.updateProject',
    declared: { ...onProject, permission: 'manage-projects', action: 'project.govern' },
    input: async (context) => ({ ...(await form(context)), version: context.object.version }),
    cells: byLeadCells(),
  },
  {
    door: 'staff',
    procedure: 'projects.assignProject',
    declared: {
      ...onProject,
      permission: 'assign-projects',
      action: 'project.assign',
      changesAccess: true,
    },
    input: ({ object }) => ({
      version: object.version,
      members: [{ accountId: object['ownerId'] ?? object.id, role: 'OWNER' }],
    }),
    cells: {
      led: byAssigners,
      tested: byAssigners,
      observed: byAssigners,
      foreign: byAssigners,
      completed: byAssigners,
      restricted: hiddenFromAssigners,
      nonexistent: hiddenFromAssigners,
    },
  },
];
