import {
  PERMISSION_REGISTRY,
  PERMISSIONS,
  Permission,
  Reach,
  type StaffGrant,
} from '@sallyport/contracts/staff';
import { createAlgebra, type SetAlgebra } from './algebra.ts';

declare const staffBrand: unique symbol;

/** A set of staff grants. A portal set is another type: mixing the two does not compile (A10, A12). */
export type PermissionSet = number & { readonly [staffBrand]: true };

interface Bits {
  assigned: number;
  all: number;
  plain: number;
}

/** Bits per permission: where reach exists, ASSIGNED is the lower bit and ALL is both. */
const BITS: Readonly<Record<Permission, Bits>> = {
  [Permission.ManageProjects]: { assigned: 0b01, all: 0b11, plain: 0 },
  [Permission.AssignProjects]: { assigned: 0b01_00, all: 0b11_00, plain: 0 },
  [Permission.ManageUsers]: { assigned: 0, all: 0, plain: 1 << 4 },
  [Permission.ManageVulnerabilityData]: { assigned: 0, all: 0, plain: 1 << 5 },
  [Permission.ManageCustomers]: { assigned: 0, all: 0, plain: 1 << 6 },
  [Permission.ManageCompanies]: { assigned: 0, all: 0, plain: 1 << 7 },
  [Permission.ManageConfigurations]: { assigned: 0, all: 0, plain: 1 << 8 },
};

/** The same for strings from outside the types, where `BITS['toString']` would be something. */
const KNOWN: ReadonlyMap<string, Bits> = new Map(Object.entries(BITS));

function bitsOf({ permission, reach }: StaffGrant): number {
  const bits = KNOWN.get(permission);
  if (bits === undefined) return 0;
  if (reach === null) return bits.plain;
  return reach === Reach.All ? bits.all : bits.assigned;
}

const LADDERS: readonly (readonly StaffGrant[])[] = PERMISSIONS.map((permission) =>
  PERMISSION_REGISTRY[permission].hasReach
    ? [
        { permission, reach: Reach.All },
        { permission, reach: Reach.Assigned },
      ]
    : [{ permission, reach: null }],
);

/** What can be asked of a {@link PermissionSet}. */
export interface StaffSetAlgebra extends SetAlgebra<PermissionSet, StaffGrant> {
  /** Whether the set holds the permission, at least as far as `reach`; without `reach`, however far. */
  readonly has: (set: PermissionSet, permission: Permission, reach?: Reach) => boolean;
}

export const staffSet: StaffSetAlgebra = {
  ...createAlgebra<PermissionSet, StaffGrant>(LADDERS, bitsOf),
  has: (set, permission, reach = Reach.Assigned) => {
    const bits = BITS[permission];
    const wanted = bits.plain | (reach === Reach.All ? bits.all : bits.assigned);
    return (set & wanted) === wanted;
  },
};
