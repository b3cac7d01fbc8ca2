export { CurrentCustomer, CustomerProfile, PortalDoorInfo, UpdateCustomerProfileInput } from './account.ts';
export { CUSTOMER_STARTING_GROUPS, CustomerGroupKey } from './default-groups.ts';
export { PortalPermission } from './permission.ts';
export {
  PORTAL_PERMISSION_REGISTRY,
  type PortalPermissionEntry,
} from './permission-registry.ts';
export { PortalPermissionSchema } from './permission-schema.ts';
