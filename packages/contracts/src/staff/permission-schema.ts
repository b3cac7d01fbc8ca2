import { z } from 'zod';
import { Permission, Reach } from './permission.ts';

export const PermissionSchema = z.enum(Object.values(Permission));

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
