import { effectivePermissions, portalSet } from '@sallyport/access';
import { CurrentCustomer } from '@sallyport/contracts/portal';
import { ownLogo } from '@sallyport/db';
import { procedure } from '../../trpc/procedure.ts';
import { customerCaller } from '../signed-in.ts';
import { NoInput } from '../wire.ts';
import { sessionState } from './session-state.ts';

/** Who is signed in at the portal. The company comes from the session alone (C1). */
export const portalGetCurrent = procedure
  .portal({ permission: null, action: 'portal.session.read' })
  .input(NoInput)
  .output(CurrentCustomer)
  .query(async ({ tx, call }) => {
    call.authorize({ action: 'portal.session.read' });
    const { account, company, firmName } = customerCaller(call);
    const { id, displayName, email, photoFileId, theme } = account;
    return {
      user: { id, displayName, email, photo: photoFileId, theme },
      companyName: company.name,
      hasLogo: (await ownLogo(tx, call.principal)) !== null,
      firmName,
      permissions: portalSet.toGrants(effectivePermissions(account, call.principal.now).now),
      session: sessionState(call),
    };
  });
