import { createRouter } from '../../trpc/procedure.ts';
import { inviteCustomer } from './invite-customer.ts';
import { listCustomerGroups } from './list-customer-groups.ts';
import { listCustomers } from './list-customers.ts';
import { renewCustomerInvitation } from './renew-customer-invitation.ts';

export const customersRouter = createRouter({
  listCustomers,
  listCustomerGroups,
  inviteCustomer,
  renewCustomerInvitation,
});
