import { PortalDoorInfo } from '@sallyport/contracts/portal';
import { portalFirmName } from '@sallyport/db/identity';
import { isMailConfigured } from '../../mail/queue-mail.ts';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { NoInput } from '../wire.ts';

/** What the portal shows a visitor: whose door this is. */
export const getPortalDoor = procedure
  .public('A visitor must see whose door it is before signing in.')
  .input(NoInput)
  .output(PortalDoorInfo)
  .query(async ({ tx, call }) => ({
    firmName: await portalFirmName(tx),
    sendsMail: await isMailConfigured(call),
    isDemo: servicesOf(call.request).isDemo,
  }));
