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

/** How far a grant goes: ALL projects, or ASSIGNED (those the person owns or is on the team of). ALL contains ASSIGNED. */
export const Reach = { All: 'ALL', Assigned: 'ASSIGNED' } as const;
export type Reach = (typeof Reach)[keyof typeof Reach];
