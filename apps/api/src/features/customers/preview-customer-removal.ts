import { Permission, RemovalPreview } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { previewRemoval } from '../accounts/removal.service.ts';
import { NoInput } from '../wire.ts';

/** U4: what stands in the way of deleting a customer. */
export const previewCustomerRemoval = procedure
  .staff({ permission: Permission.ManageCustomers, on: 'customer', action: 'customer.read' })
  .input(NoInput)
  .output(RemovalPreview)
  .query(({ call, grant }) => {
    call.authorize({ action: 'customer.read', target: grant.facts });
    return previewRemoval(call, grant);
  });
