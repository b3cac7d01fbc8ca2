import { CustomerInvitationLink, Permission } from '@sallyport/contracts/staff';
import { endOpenLinks, reopenInvitation } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { customerInvitation } from './customer-invitation.ts';

/** U5: a new link for a customer who never signed in; earlier ones stop working. */
export const renewCustomerInvitation = procedure
  .staff({
    permission: Permission.ManageCustomers,
    on: 'customer',
    action: 'customer.renewInvitation',
    changesAccess: true,
  })
  .input(NoInput)
  .output(CustomerInvitationLink)
  .mutation(async ({ tx, call, grant }) => {
    call.authorize({ action: 'customer.renewInvitation', target: grant.facts });
    await endOpenLinks(tx, grant.id);
    await reopenInvitation(tx, grant);
    await writeAudit(call, { action: 'invitation.renewed', objectType: 'account', objectId: grant.id });
    return customerInvitation(call, grant.id);
  });
