import { PortalDoorInfo } from '@sallyport/contracts/portal';
import { portalFirmName } from '@sallyport/db';
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
    isDemo: servicesOf(call.request).isDemo,
  }));
