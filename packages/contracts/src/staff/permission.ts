import { z } from 'zod';

/** The seven staff permissions. Predefined in code; never created or edited in the interface. */
export const Permission = {
  ManageUsers: 'manage-users',
  ManageProjects: 'manage-projects',
  AssignProjects: 'assign-projects',
  ManageVulnerabilityData: 'manage-vulnerability-data',
  ManageCustomers: 'manage-customers',
  ManageCompanies: 'manage-companies',
  ManageConfigurations: 'manage-configurations',
} as const;
export type Permission = (typeof Permission)[keyof typeof Permission];
export const PermissionSchema = z.enum(Object.values(Permission));

/** How far a grant goes: ALL projects, or ASSIGNED (those the person owns or is on the team of). ALL contains ASSIGNED. */
export const Reach = { All: 'ALL', Assigned: 'ASSIGNED' } as const;
export type Reach = (typeof Reach)[keyof typeof Reach];

/** What a group gives: a permission and, where the registry says so, a reach; `null` where reach means nothing. */
export const StaffGrant = z
  .strictObject({ permission: PermissionSchema, reach: z.enum(Object.values(Reach)).nullable() })
  .refine((grant) => (grant.reach !== null) === hasReach(grant.permission), {
    error: 'Give a reach to Manage Projects and Assign Projects, and to nothing else.',
  });
export type StaffGrant = z.infer<typeof StaffGrant>;

function hasReach(permission: Permission): boolean {
  return permission === Permission.ManageProjects || permission === Permission.AssignProjects;
}
