import { randomUUID } from 'node:crypto';
import { makeFindingObject, makeProjectWithFindings } from '../../matrix/finding-objects.ts';
import type { MatrixRow } from '../../matrix/matrix-row.ts';
import { NOT_STAFF, STAFF } from '../../matrix/personas.ts';
import { PUBLISH_BENEATH, READ_BENEATH, WRITE_BENEATH } from '../../matrix/project-cells.ts';

const staff = { kind: 'staff', changesAccess: false } as const;
const read = { ...staff, permission: null, action: 'project.read' } as const;
const write = { ...staff, permission: 'manage-projects', action: 'project.write' } as const;
const publish = {
  ...staff,
  permission: 'manage-projects',
  on: 'project',
  action: 'project.publish',
} as const;
const anyone = { ...staff, permission: null, on: null, action: 'project.list' } as const;
const everyStaff = { none: { allowed: STAFF, unauthenticated: NOT_STAFF } } as const;

const { published: _out, ...writeDraft } = WRITE_BENEATH;
const { published: _also, ...onProject } = PUBLISH_BENEATH;
const { published: _too, ...readProject } = READ_BENEATH;

export const findingsAccess: readonly MatrixRow[] = [
  {
    door: 'staff',
    procedure: 'findings.listFindings',
    declared: { ...read, on: 'project' },
    object: makeProjectWithFindings,
    input: () => ({}),
    cells: readProject,
  },
  {
    door: 'staff',
    procedure: 'findings.getFinding',
    declared: { ...read, on: 'finding' },
    object: makeFindingObject,
    input: () => ({}),
    cells: READ_BENEATH,
  },
  {
    door: 'staff',
    procedure: 'findings.createFinding',
    declared: { ...write, on: 'project' },
    input: () => ({ title: 'Debug console reachable', severity: 'high' }),
    cells: writeDraft,
  },
  {
    door: 'staff',
    procedure: 'findings.updateFinding',
    declared: { ...write, on: 'finding' },
    object: makeFindingObject,
    input: ({ object }) => ({
      version: object.version,
      title: 'Other title',
      severitySource: 'CVSS31',
      severity: 'info',
      cvss31Vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
      cvss40Vector: '',
      cwe: [79],
      cve: ['CVE-2026-12345'],
      links: ['https://client.example/advisory'],
      description: 'What it is.',
      impact: 'What follows.',
      steps: '1. Open it.',
      recommendation: 'Close it.',
    }),
    cells: WRITE_BENEATH,
  },
  {
    door: 'staff',
    procedure: 'findings.deleteFinding',
    declared: { ...write, on: 'finding' },
    object: makeFindingObject,
    input: ({ object }) => ({ version: object.version }),
    // A published one is deleted by nobody: findings.test.ts.
    cells: writeDraft,
  },
  {
    door: 'staff',
    procedure: 'findings.scoreVector',
    declared: anyone,
    input: () => ({ vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }),
    cells: everyStaff,
  },
  {
    door: 'staff',
    procedure: 'findings.searchCwe',
    declared: anyone,
    input: () => ({ search: 'CWE-79' }),
    cells: everyStaff,
  },
  {
    door: 'staff',
    procedure: 'findings.publishFindings',
    declared: publish,
    object: makeProjectWithFindings,
    input: ({ object }) => ({ findingIds: [object['draftId'] ?? randomUUID()] }),
    cells: onProject,
  },
  {
    door: 'staff',
    procedure: 'findings.unpublishFindings',
    declared: publish,
    object: makeProjectWithFindings,
    input: ({ object }) => ({
      findingIds: [object['publishedId'] ?? randomUUID()],
      reason: 'Was about another client',
    }),
    cells: onProject,
  },
];
