import { CustomerGroupChoices, Permission } from '@sallyport/contracts/staff';
import { visibleGroups } from '@sallyport/db';
import { customerGroupChoices } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';

/** What an invitation chooses from, for whoever may invite. */
export const listCustomerGroups = procedure
  .staff({ permission: Permission.ManageCustomers, on: 'company', action: 'customer.invite' })
  .input(NoInput)
  .output(CustomerGroupChoices)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'customer.invite', company: grant.facts, groups: [], expiresAt: null });
    return { rows: await customerGroupChoices(tx, visibleGroups(call.principal)) };
  });
