import { describe, expect, it } from 'vitest';
import { CUSTOMER_STARTING_GROUPS } from '../portal/default-groups.ts';
import { PortalPermission } from '../portal/permission.ts';
import { PORTAL_PERMISSION_REGISTRY } from '../portal/permission-registry.ts';
import { STAFF_STARTING_GROUPS } from './default-groups.ts';
import { Permission } from './permission.ts';
import { PERMISSION_REGISTRY, PERMISSIONS } from './permission-registry.ts';
import { StaffGrant } from './permission-schema.ts';

describe('permission registry', () => {
  it('has exactly the seven staff permissions, each once, in the order of the screens', () => {
    expect(Object.keys(PERMISSION_REGISTRY).toSorted()).toEqual(Object.values(Permission).toSorted());
    expect(PERMISSIONS).toEqual(Object.keys(PERMISSION_REGISTRY));
    expect(PERMISSIONS).toHaveLength(7);
  });

  it('has exactly the nine portal permissions', () => {
    expect(Object.keys(PORTAL_PERMISSION_REGISTRY).toSorted()).toEqual(
      Object.values(PortalPermission).toSorted(),
    );
    expect(Object.keys(PORTAL_PERMISSION_REGISTRY)).toHaveLength(9);
  });

  it('A10: shares no key between the audiences', () => {
    const staff = new Set<string>(Object.values(Permission));
    expect(Object.values(PortalPermission).filter((permission) => staff.has(permission))).toEqual([]);
  });

  it('gives reach to Manage Projects and Assign Projects alone', () => {
    const withReach = PERMISSIONS.filter((permission) => PERMISSION_REGISTRY[permission].hasReach);
    expect(withReach.toSorted()).toEqual([Permission.AssignProjects, Permission.ManageProjects]);
  });
});

describe('starting groups', () => {
  it.each(STAFF_STARTING_GROUPS.map((group) => [group.name, group] as const))(
    '%s grants what its schema allows',
    (_, group) => {
      for (const grant of group.grants) expect(StaffGrant.parse(grant)).toEqual(grant);
      expect(group.purpose).not.toBe('');
    },
  );

  it('A6: the built-in ones have keys of their own, for staff and customers', () => {
    const keys = [...STAFF_STARTING_GROUPS, ...CUSTOMER_STARTING_GROUPS]
      .map((group) => group.key)
      .filter(Boolean);
    expect(keys).toEqual([
      'administrator',
      'manager',
      'project-manager',
      'penetration-tester',
      'customer-administrator',
      'customer-engineer',
      'customer-viewer',
      'customer-auditor',
    ]);
  });

  it('A1: Penetration Tester ships assignable, and no other', () => {
    expect(STAFF_STARTING_GROUPS.filter((group) => group.isAssignable).map((group) => group.name)).toEqual([
      'Penetration Tester',
    ]);
  });
});

describe('StaffGrant', () => {
  it('allows a reach where it means something', () => {
    expect(StaffGrant.safeParse({ permission: 'manage-projects', reach: 'ASSIGNED' }).success).toBe(true);
    expect(StaffGrant.safeParse({ permission: 'manage-users', reach: null }).success).toBe(true);
  });

  it('refuses a reach where it means nothing, and a missing one', () => {
    expect(StaffGrant.safeParse({ permission: 'manage-users', reach: 'ALL' }).success).toBe(false);
    expect(StaffGrant.safeParse({ permission: 'assign-projects', reach: null }).success).toBe(false);
    expect(StaffGrant.safeParse({ permission: 'delete-everything', reach: null }).success).toBe(false);
  });
});
