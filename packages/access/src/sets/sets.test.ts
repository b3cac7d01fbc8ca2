import { PortalPermission } from '@sallyport/contracts/portal';
import { PERMISSIONS, Permission, Reach, type StaffGrant } from '@sallyport/contracts/staff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portalSet } from './portal-set.ts';
import { staffSet } from './staff-set.ts';

const grant = fc.constantFrom(...staffGrants());
const set = fc.array(grant).map(staffSet.fromGrants);
const portal = fc.subarray(Object.values(PortalPermission)).map(portalSet.fromGrants);

function staffGrants(): StaffGrant[] {
  return PERMISSIONS.flatMap((permission): StaffGrant[] =>
    permission === Permission.ManageProjects || permission === Permission.AssignProjects
      ? [Reach.All, Reach.Assigned].map((reach) => ({ permission, reach }))
      : [{ permission, reach: null }],
  );
}

/** Runs a property; on failure fast-check prints the seed and the smallest counterexample. */
function holds<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Values]: fc.Arbitrary<Values[K]> },
  property: (...values: Values) => void,
): void {
  fc.assert(fc.property(...arbitraries, property), {
    numRuns: process.env['SALLYPORT_DEEP'] === '1' ? 20_000 : 500,
  });
}

describe('PermissionSet', () => {
  it('comes back from its grants, whatever order and repetition they had', () => {
    holds<[StaffGrant[]]>([fc.array(grant)], (grants) => {
      const once = staffSet.fromGrants(grants);
      expect(staffSet.fromGrants(staffSet.toGrants(once))).toBe(once);
      expect(staffSet.fromGrants([...grants, ...grants].toReversed())).toBe(once);
    });
  });

  it('holds what its grants say, and nothing else', () => {
    holds<[StaffGrant[], StaffGrant]>([fc.array(grant), grant], (grants, asked) => {
      const isGiven = grants.some(
        ({ permission, reach }) =>
          permission === asked.permission && (reach === asked.reach || reach === Reach.All),
      );
      expect(staffSet.has(staffSet.fromGrants(grants), asked.permission, asked.reach ?? undefined)).toBe(
        isGiven,
      );
    });
  });

  it('unions like a lattice with nothing and everything at its ends', () => {
    holds([set, set, set], (a, b, c) => {
      expect(staffSet.union(a, b)).toBe(staffSet.union(b, a));
      expect(staffSet.union(a, staffSet.union(b, c))).toBe(staffSet.union(staffSet.union(a, b), c));
      expect(staffSet.union(a, a)).toBe(a);
      expect(staffSet.union(a, staffSet.nothing)).toBe(a);
      expect(staffSet.union(a, staffSet.everything)).toBe(staffSet.everything);
    });
  });

  it('orders by subset: a is within b exactly when b gains nothing by a', () => {
    holds([set, set], (a, b) => {
      expect(staffSet.isSubset(a, b)).toBe(staffSet.union(a, b) === b);
      expect(staffSet.isStrictSubset(a, b)).toBe(staffSet.isSubset(a, b) && !staffSet.isSubset(b, a));
      expect(staffSet.isSubset(a, staffSet.union(a, b))).toBe(true);
    });
  });

  it('misses exactly what would have to be added', () => {
    holds([set, set], (wanted, held) => {
      const missing = staffSet.difference(wanted, held);
      expect(staffSet.union(held, staffSet.fromGrants(missing))).toBe(staffSet.union(held, wanted));
      expect(missing.length === 0).toBe(staffSet.isSubset(wanted, held));
      expect(new Set(missing.map(({ permission }) => permission)).size).toBe(missing.length);
    });
  });

  it('has ALL contain ASSIGNED and not the reverse', () => {
    const all = staffSet.fromGrants([{ permission: Permission.ManageProjects, reach: Reach.All }]);
    const assigned = staffSet.fromGrants([{ permission: Permission.ManageProjects, reach: Reach.Assigned }]);
    expect(staffSet.isStrictSubset(assigned, all)).toBe(true);
    expect(staffSet.difference(all, assigned)).toEqual([
      { permission: Permission.ManageProjects, reach: Reach.All },
    ]);
    expect(staffSet.has(assigned, Permission.ManageProjects)).toBe(true);
    expect(staffSet.has(assigned, Permission.ManageProjects, Reach.All)).toBe(false);
  });

  it.each([
    { permission: Permission.ManageUsers, reach: Reach.All },
    { permission: Permission.ManageProjects, reach: null },
    { permission: 'manage-everything', reach: null },
    { permission: 'toString', reach: null },
  ])('refuses to read the malformed grant $permission $reach', (bad) => {
    expect(() => staffSet.fromGrants([bad as StaffGrant])).toThrow(TypeError);
  });
});

describe('PortalPermissionSet', () => {
  it('comes back from its permissions', () => {
    holds([portal], (a) => {
      expect(portalSet.fromGrants(portalSet.toGrants(a))).toBe(a);
    });
  });

  it('knows its nine, misses what is missing, and orders by subset', () => {
    expect(portalSet.toGrants(portalSet.everything)).toHaveLength(9);
    holds([portal, portal], (a, b) => {
      const missing = portalSet.difference(a, b);
      expect(missing.every((one) => portalSet.has(a, one) && !portalSet.has(b, one))).toBe(true);
      expect(missing.length === 0).toBe(portalSet.isSubset(a, b));
      expect(portalSet.isStrictSubset(a, b)).toBe(portalSet.isSubset(a, b) && a !== b);
    });
  });

  it('refuses to read a staff permission', () => {
    expect(() => portalSet.fromGrants(['manage-users' as PortalPermission])).toThrow(TypeError);
  });
});

describe('A10 sets of staff and customers', () => {
  it('A10 refuses to compile when they are mixed', () => {
    // @ts-expect-error a portal set is not a staff set
    staffSet.isSubset(portalSet.everything, staffSet.everything);
    // @ts-expect-error a staff set is not a portal set
    portalSet.union(portalSet.nothing, staffSet.nothing);
    // @ts-expect-error a bare number is no set
    staffSet.toGrants(3);
    expect(staffSet.everything).not.toBe(portalSet.everything);
  });

  it('A10 allows each among its own', () => {
    expect(staffSet.isSubset(staffSet.nothing, staffSet.everything)).toBe(true);
    expect(portalSet.isSubset(portalSet.nothing, portalSet.everything)).toBe(true);
  });
});
