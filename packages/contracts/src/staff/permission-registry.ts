import { Permission } from './permission.ts';

export interface PermissionEntry {
  /** Name as shown, in the field's words. */
  label: string;
  /** What its holder may do, in one line. */
  description: string;
  audience: 'STAFF';
  /** Whether a grant of it says ALL or ASSIGNED. */
  hasReach: boolean;
  /** S8: groups that carry it are changed only after "Confirm it's you". */
  managesPeople: boolean;
  /** Permissions without which it is of little use; the editor points them out. */
  dependsOn: readonly Permission[];
}

/** Drives the check, the editor and the generated documents. The order is the order on screen. */
export const PERMISSION_REGISTRY: Readonly<Record<Permission, PermissionEntry>> = {
  [Permission.ManageProjects]: {
    label: 'Manage Projects',
    description: 'Projects, scope, findings, retests, publishing, reports',
    audience: 'STAFF',
    hasReach: true,
    managesPeople: false,
    dependsOn: [],
  },
  [Permission.AssignProjects]: {
    label: 'Assign Projects',
    description: 'Choose owners and team, overriding the automatic owner',
    audience: 'STAFF',
    hasReach: true,
    managesPeople: false,
    dependsOn: [],
  },
  [Permission.ManageCustomers]: {
    label: 'Manage Customers',
    description: 'Customer accounts, invitations, company, credential reset',
    audience: 'STAFF',
    hasReach: false,
    managesPeople: true,
    dependsOn: [],
  },
  [Permission.ManageUsers]: {
    label: 'Manage Users',
    description: 'Staff accounts, groups, who is in which group',
    audience: 'STAFF',
    hasReach: false,
    managesPeople: true,
    dependsOn: [],
  },
  [Permission.ManageVulnerabilityData]: {
    label: 'Manage Vulnerability Data',
    description: 'Finding templates, categories, import and export of the library',
    audience: 'STAFF',
    hasReach: false,
    managesPeople: false,
    dependsOn: [],
  },
  [Permission.ManageCompanies]: {
    label: 'Manage Companies',
    description: 'Company profiles, logos, report settings',
    audience: 'STAFF',
    hasReach: false,
    managesPeople: false,
    dependsOn: [],
  },
  [Permission.ManageConfigurations]: {
    label: 'Manage Configurations',
    description: 'System-wide lists, defaults and preferences',
    audience: 'STAFF',
    hasReach: false,
    managesPeople: false,
    dependsOn: [],
  },
};

/** The permissions in the order of the screens. */
export const PERMISSIONS: readonly Permission[] = Object.values(Permission).toSorted(
  (a, b) => Object.keys(PERMISSION_REGISTRY).indexOf(a) - Object.keys(PERMISSION_REGISTRY).indexOf(b),
);
