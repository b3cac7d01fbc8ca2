export { CurrentCustomer, CustomerProfile, PortalDoorInfo, UpdateCustomerProfileInput } from './account.ts';
export { CUSTOMER_STARTING_GROUPS, CustomerGroupKey } from './default-groups.ts';
export {
  ListPublishedFindingsInput,
  ListReleasedReportsInput,
  PortalHome,
  PublishedFindingDetail,
  PublishedFindingPage,
  PublishedFindingRow,
  ReleasedReport,
  ReleasedReportList,
  ShownProject,
  ShownProjectDetail,
  ShownProjectList,
} from './engagements.ts';
export { PortalPermission } from './permission.ts';
export {
  PORTAL_PERMISSION_REGISTRY,
  type PortalPermissionEntry,
} from './permission-registry.ts';
export { PortalPermissionSchema } from './permission-schema.ts';
