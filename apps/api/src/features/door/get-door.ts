import { DoorInfo } from '@sallyport/contracts/staff';
import { readDoor } from '@sallyport/db/identity';
import { isMailConfigured } from '../../mail/queue-mail.ts';
import { procedure } from '../../trpc/procedure.ts';
import { servicesOf } from '../services.ts';
import { NoInput } from '../wire.ts';

/** What the dashboard shows a visitor: whose door this is, where the other one stands, whether set-up is open. */
export const getDoor = procedure
  .public('A visitor must see whose door it is before signing in.')
  .input(NoInput)
  .output(DoorInfo)
  .query(async ({ tx, call }) => {
    const { otherDoorUrl, isDemo } = servicesOf(call.request);
    return { ...(await readDoor(tx)), otherDoorUrl, sendsMail: await isMailConfigured(call), isDemo };
  });
