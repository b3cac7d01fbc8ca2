import { PORTAL_PERMISSION_REGISTRY, PortalPermission } from '@sallyport/contracts/portal';
import { createAlgebra, type SetAlgebra } from './algebra.ts';

declare const portalBrand: unique symbol;

/** A set of portal permissions. A staff set is another type: mixing the two does not compile (A10, A12). */
export type PortalPermissionSet = number & { readonly [portalBrand]: true };

const ORDER: readonly PortalPermission[] = Object.values(PortalPermission).toSorted(
  (a, b) => position(a) - position(b),
);
/** Apart from the bits of staff: should the two ever meet at run time, neither contains the other. */
const FIRST_BIT = 1 << 16;
const BITS: ReadonlyMap<PortalPermission, number> = new Map(
  ORDER.map((permission, at) => [permission, FIRST_BIT << at]),
);

function position(permission: PortalPermission): number {
  return Object.keys(PORTAL_PERMISSION_REGISTRY).indexOf(permission);
}

/** What can be asked of a {@link PortalPermissionSet}. Customers' reach belongs to the account, not to the grant. */
export interface PortalSetAlgebra extends SetAlgebra<PortalPermissionSet, PortalPermission> {
  readonly has: (set: PortalPermissionSet, permission: PortalPermission) => boolean;
}

export const portalSet: PortalSetAlgebra = {
  ...createAlgebra<PortalPermissionSet, PortalPermission>(
    ORDER.map((permission) => [permission]),
    (permission) => BITS.get(permission) ?? 0,
  ),
  has: (set, permission) => (set & (BITS.get(permission) ?? 0)) !== 0,
};
