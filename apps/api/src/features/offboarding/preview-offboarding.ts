import { decide } from '@sallyport/access';
import { OffboardingPreview, Permission } from '@sallyport/contracts/staff';
import { countOwned } from '@sallyport/db/identity';
import { procedure } from '../../trpc/procedure.ts';
import { shownStatus } from '../users/account-view.service.ts';
import { isLastUsableAdmin } from '../users/last-admin.service.ts';
import { NoInput } from '../wire.ts';
import { ENDED, HANDED_OVER } from './responsibilities.ts';

/** What a person has who leaves, and what of it the caller can give to whom. */
export const previewOffboarding = procedure
  .staff({ permission: Permission.ManageUsers, on: 'user', action: 'user.read' })
  .input(NoInput)
  .output(OffboardingPreview)
  .query(async ({ tx, call, grant }) => {
    call.authorize({ action: 'user.read', target: grant.facts });
    const items = [];
    let shown = 0;
    for (const { noun, list } of HANDED_OVER) {
      const found = await list(call, grant);
      shown += found.length;
      items.push(...found.map((item) => ({ noun, ...item })));
    }
    const owned = (await countOwned(tx, grant)).reduce((sum, { count }) => sum + count, 0);
    for (const { noun, list } of Object.values(ENDED)) {
      items.push(...(await list(call, grant)).map((item) => ({ noun, ...item })));
    }
    const { id, displayName, title, photo, isAdmin, version } = grant.row;
    const decision = decide(call.principal, {
      action: 'user.offboard',
      target: grant.facts,
      isLastUsableAdmin: await isLastUsableAdmin(tx, grant),
    });
    const status = shownStatus(grant.row, call.principal.now);
    return {
      person: { id, displayName, title, photo, status, isAdmin },
      version,
      refusal: decision.allowed || decision.reason.gate === 'G8' ? null : decision.reason.message,
      needsConfirmation: !decision.allowed && decision.reason.gate === 'G8',
      items,
      hasUnseen: owned > shown,
    };
  });
