import type { PortalPermission } from '@sallyport/contracts/portal';
import { useCurrentCustomer } from './current-customer.ts';

/** Whether the person may do this; what they may not do is not shown. */
export function useMay(permission: PortalPermission): boolean {
  return useCurrentCustomer().permissions.includes(permission);
}
