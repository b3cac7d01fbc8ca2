import { Permission, RemovalPreview } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { previewRemoval } from '../accounts/removal.service.ts';
import { NoInput } from '../wire.ts';

/** U4: what stands in the way of deleting or anonymising a member of staff. */
export const previewUserRemoval = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.read' })
  .input(NoInput)
  .output(RemovalPreview)
  .query(({ call, grant }) => {
    call.authorize({ action: 'user.read', target: grant.facts });
    return previewRemoval(call, grant);
  });
