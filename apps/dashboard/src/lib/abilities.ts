import { Permission } from '@sallyport/contracts/staff';
import type { Outputs } from './trpc.ts';

export type CurrentUser = Outputs['auth']['getCurrent'];

/** A hint for the interface: the server decides again at every call. */
function holds(current: CurrentUser, permission: Permission): boolean {
  return current.user.isAdmin || current.permissions.some((grant) => grant.permission === permission);
}

export function canManageUsers(current: CurrentUser): boolean {
  return holds(current, Permission.ManageUsers);
}

/** Customer groups are defined by Manage Customers or Manage Users (A12). */
export function canSeeGroups(current: CurrentUser): boolean {
  return canManageUsers(current) || holds(current, Permission.ManageCustomers);
}

/** What concerns staff takes Manage Users, what concerns customers Manage Customers (A12). */
export function canSeeSignIns(current: CurrentUser): boolean {
  return canManageUsers(current) || holds(current, Permission.ManageCustomers);
}

/** Whether sign-ins of staff and of customers are both the viewer's to see. */
export function seesBothDoors(current: CurrentUser): boolean {
  return canManageUsers(current) && holds(current, Permission.ManageCustomers);
}

export function canManageCompanies(current: CurrentUser): boolean {
  return holds(current, Permission.ManageCompanies);
}

/** With any reach: whoever creates a project becomes its lead (A15). */
export function canCreateProjects(current: CurrentUser): boolean {
  return holds(current, Permission.ManageProjects);
}

export function canAssignProjects(current: CurrentUser): boolean {
  return holds(current, Permission.AssignProjects);
}
