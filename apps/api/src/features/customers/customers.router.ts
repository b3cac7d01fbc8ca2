import { createRouter } from '../../trpc/procedure.ts';
import { anonymiseCustomer } from './anonymise-customer.ts';
import { changeCustomerEmail } from './change-customer-email.ts';
import { deactivateCustomer } from './deactivate-customer.ts';
import { deleteCustomer } from './delete-customer.ts';
import { endCustomerSessions } from './end-customer-sessions.ts';
import { getCustomer } from './get-customer.ts';
import { getCustomerControls } from './get-customer-controls.ts';
import { inviteCustomer } from './invite-customer.ts';
import { liftCustomerSuspension } from './lift-customer-suspension.ts';
import { listCustomerGroups } from './list-customer-groups.ts';
import { listCustomerSessions } from './list-customer-sessions.ts';
import { listCustomers } from './list-customers.ts';
import { moveCustomer } from './move-customer.ts';
import { previewCustomerRemoval } from './preview-customer-removal.ts';
import { reactivateCustomer } from './reactivate-customer.ts';
import { renewCustomerInvitation } from './renew-customer-invitation.ts';
import { requireCustomerPasswordChange } from './require-customer-password-change.ts';
import { resetCustomerFactors } from './reset-customer-factors.ts';
import { sendCustomerReset } from './send-customer-reset.ts';
import { setCustomerExpiry } from './set-customer-expiry.ts';
import { setCustomerSwitches } from './set-customer-switches.ts';
import { suspendCustomer } from './suspend-customer.ts';
import { updateCustomer } from './update-customer.ts';

export const customersRouter = createRouter({
  listCustomers,
  listCustomerGroups,
  inviteCustomer,
  renewCustomerInvitation,
  getCustomer,
  getCustomerControls,
  listCustomerSessions,
  endCustomerSessions,
  updateCustomer,
  deactivateCustomer,
  reactivateCustomer,
  suspendCustomer,
  liftCustomerSuspension,
  setCustomerExpiry,
  setCustomerSwitches,
  requireCustomerPasswordChange,
  resetCustomerFactors,
  sendCustomerReset,
  changeCustomerEmail,
  moveCustomer,
  previewCustomerRemoval,
  anonymiseCustomer,
  deleteCustomer,
});
