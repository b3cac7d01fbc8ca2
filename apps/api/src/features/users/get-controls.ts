import { AccountControls, Permission } from '@sallyport/contracts/staff';
import { countLedProjects, visibleProjects } from '@sallyport/db';
import { readAccountSecurity } from '@sallyport/db/identity';
import { isMailConfigured } from '../../mail/queue-mail.ts';
import { procedure } from '../../trpc/procedure.ts';
import { halvesOf } from '../accounts/account-halves.service.ts';
import { controlHints, securityView } from '../accounts/control-hints.service.ts';
import { NoInput } from '../wire.ts';
import { isLastUsableAdmin } from './last-admin.service.ts';

/** How a member of staff signs in, and what the caller may change there. */
export const getControls = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.read' })
  .input(NoInput)
  .output(AccountControls)
  .query(async ({ tx, call, grant }) => {
    const target = grant.facts;
    call.authorize({ action: 'user.read', target });
    const security = await readAccountSecurity(tx, grant);
    const isLast = await isLastUsableAdmin(tx, grant);
    const halves = await halvesOf(call, grant);
    const asAdmin = { target, isLastUsableAdmin: isLast };
    const link = { target, didOtherHalfLately: halves.factor };
    const led = await countLedProjects(tx, [grant.id], visibleProjects(call.principal));
    return {
      security: securityView(security),
      ledProjects: led.get(grant.id) ?? 0,
      sendsMail: await isMailConfigured(call),
      controls: controlHints(call.principal, [
        ['edit', { action: 'user.update', target }],
        [
          'setExpiry',
          { action: 'user.setExpiry', target, expiresAt: null, needsEnd: false, leadsOpenProjects: false },
        ],
        ['setSwitches', { action: 'user.setSwitches', target, changesCredentials: false }],
        ['setPasskeyOnly', { action: 'user.setSwitches', target, changesCredentials: true }],
        ['requirePasswordChange', { action: 'user.requirePasswordChange', target }],
        [
          'resetFactors',
          {
            action: 'user.resetFactors',
            target,
            isLastUsableAdmin: !security.hasPassword && isLast,
            didOtherHalfLately: halves.link,
          },
        ],
        ['sendReset', { action: 'user.sendReset', ...link }],
        ['changeEmail', { action: 'user.changeEmail', ...link }],
        ['setAdmin', { action: 'user.setAdmin', ...asAdmin, value: !grant.row.isAdmin }],
        ['suspend', { action: 'user.suspend', target }],
        ['liftSuspension', { action: 'user.liftSuspension', target }],
        ['deactivate', { action: 'user.deactivate', ...asAdmin }],
        ['reactivate', { action: 'user.reactivate', target }],
        ['offboard', { action: 'user.offboard', ...asAdmin }],
        ['anonymise', { action: 'user.anonymise', ...asAdmin }],
        ['delete', { action: 'user.delete', ...asAdmin }],
      ]),
    };
  });
