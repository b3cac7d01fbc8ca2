import { Permission, Reach } from './permission.ts';
import type { StaffGrant } from './permission-schema.ts';

/** Built-in staff groups, known in code by key and never by name, so that renaming is harmless (A6). */
export const StaffGroupKey = {
  Administrator: 'administrator',
  Manager: 'manager',
  ProjectManager: 'project-manager',
  PenetrationTester: 'penetration-tester',
} as const;
export type StaffGroupKey = (typeof StaffGroupKey)[keyof typeof StaffGroupKey];

export interface StartingGroup {
  /** Key of a built-in group; null for a starting group, which may be deleted. */
  key: string | null;
  name: string;
  purpose: string;
  /** A1: any stable holder of Manage Users may add and remove members. */
  isAssignable: boolean;
  /** Its members' accounts must have an expiry. */
  requiresAccountExpiry: boolean;
  grants: readonly StaffGrant[];
}

const grant = (permission: Permission, reach: Reach | null = null): StaffGrant => ({ permission, reach });

export const STAFF_STARTING_GROUPS: readonly StartingGroup[] = [
  {
    key: StaffGroupKey.Administrator,
    name: 'Administrator',
    purpose: 'Runs the platform day to day: people, clients, projects, the library and the lists.',
    isAssignable: false,
    requiresAccountExpiry: false,
    grants: Object.values(Permission).map((permission) =>
      grant(
        permission,
        permission === Permission.ManageProjects || permission === Permission.AssignProjects
          ? Reach.All
          : null,
      ),
    ),
  },
  {
    key: StaffGroupKey.Manager,
    name: 'Manager',
    purpose:
      'Leads the practice: sees every project, decides who works where. Reports name its members as management.',
    isAssignable: false,
    requiresAccountExpiry: false,
    grants: [
      grant(Permission.ManageProjects, Reach.All),
      grant(Permission.AssignProjects, Reach.All),
      grant(Permission.ManageUsers),
    ],
  },
  {
    key: StaffGroupKey.ProjectManager,
    name: 'Project Manager',
    purpose:
      'Runs engagements and chooses who works on them. Reports name its members as project management.',
    isAssignable: false,
    requiresAccountExpiry: false,
    grants: [grant(Permission.ManageProjects, Reach.All), grant(Permission.AssignProjects, Reach.All)],
  },
  {
    key: StaffGroupKey.PenetrationTester,
    name: 'Penetration Tester',
    purpose: 'Tests and writes findings on the projects they own or are on the team of.',
    isAssignable: true,
    requiresAccountExpiry: false,
    grants: [grant(Permission.ManageProjects, Reach.Assigned)],
  },
  {
    key: null,
    name: 'Engagement Manager',
    purpose: 'Runs engagements end to end, with the client company and its people.',
    isAssignable: false,
    requiresAccountExpiry: false,
    grants: [
      grant(Permission.ManageProjects, Reach.All),
      grant(Permission.AssignProjects, Reach.All),
      grant(Permission.ManageCustomers),
      grant(Permission.ManageCompanies),
    ],
  },
  {
    key: null,
    name: 'Library Editor',
    purpose: 'Keeps the finding library: templates, categories, remediation advice.',
    isAssignable: false,
    requiresAccountExpiry: false,
    grants: [grant(Permission.ManageVulnerabilityData)],
  },
  {
    key: null,
    name: 'Contractor',
    purpose: 'Outside testers for a limited time. Their accounts must have an end date.',
    isAssignable: false,
    requiresAccountExpiry: true,
    grants: [grant(Permission.ManageProjects, Reach.Assigned)],
  },
];
