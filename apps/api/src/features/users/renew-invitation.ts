import { InvitationLink, Permission } from '@sallyport/contracts/staff';
import { endOpenLinks, reopenInvitation } from '@sallyport/db/identity';
import { writeAudit } from '../../audit/write-audit.ts';
import { procedure } from '../../trpc/procedure.ts';
import { NoInput } from '../wire.ts';
import { issueInvitationLink } from './invitation-link.service.ts';

/** U5: a new link for somebody who never signed in; earlier ones stop working. */
export const renewInvitation = procedure
  .staff({
    permission: Permission.ManageUsers,
    on: 'user',
    action: 'user.renewInvitation',
    changesAccess: true,
  })
  .input(NoInput)
  .output(InvitationLink)
  .mutation(async ({ tx, call, grant }) => {
    call.authorize({ action: 'user.renewInvitation', target: grant.facts });
    await endOpenLinks(tx, grant.id);
    await reopenInvitation(tx, grant);
    await writeAudit(call, { action: 'invitation.renewed', objectType: 'account', objectId: grant.id });
    return issueInvitationLink(call, grant.id);
  });
