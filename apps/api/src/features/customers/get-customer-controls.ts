import { AccountControls, Permission } from '@sallyport/contracts/staff';
import { readAccountSecurity } from '@sallyport/db/identity';
import { isMailConfigured } from '../../mail/queue-mail.ts';
import { procedure } from '../../trpc/procedure.ts';
import { halvesOf } from '../accounts/account-halves.service.ts';
import { controlHints, securityView } from '../accounts/control-hints.service.ts';
import { NoInput } from '../wire.ts';

/** How a customer signs in, and what the caller may change there. */
export const getCustomerControls = procedure
  .staff({ permission: Permission.ManageCustomers, on: 'customer', action: 'customer.read' })
  .input(NoInput)
  .output(AccountControls)
  .query(async ({ tx, call, grant }) => {
    const target = grant.facts;
    call.authorize({ action: 'customer.read', target });
    const halves = await halvesOf(call, grant);
    const link = { target, didOtherHalfLately: halves.factor };
    return {
      security: securityView(await readAccountSecurity(tx, grant)),
      ledProjects: 0,
      sendsMail: await isMailConfigured(call),
      controls: controlHints(call.principal, [
        ['edit', { action: 'customer.update', target }],
        ['endSessions', { action: 'customer.endSessions', target }],
        ['setExpiry', { action: 'customer.setExpiry', target, expiresAt: null, needsEnd: false }],
        ['setSwitches', { action: 'customer.setSwitches', target }],
        ['setPasskeyOnly', { action: 'customer.setSwitches', target }],
        ['requirePasswordChange', { action: 'customer.requirePasswordChange', target }],
        ['resetFactors', { action: 'customer.resetFactors', target, didOtherHalfLately: halves.link }],
        ['sendReset', { action: 'customer.sendReset', ...link }],
        ['changeEmail', { action: 'customer.changeEmail', ...link }],
        ['suspend', { action: 'customer.suspend', target }],
        ['liftSuspension', { action: 'customer.liftSuspension', target }],
        ['deactivate', { action: 'customer.deactivate', target }],
        ['reactivate', { action: 'customer.reactivate', target }],
        ['move', { action: 'customer.move', target }],
        ['anonymise', { action: 'customer.anonymise', target }],
        ['delete', { action: 'customer.delete', target }],
      ]),
    };
  });
