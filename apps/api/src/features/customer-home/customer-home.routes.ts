import { ErrorCode } from '@sallyport/contracts/common';
import { ownLogo } from '@sallyport/db';
import { AppError } from '../../trpc/errors.ts';
import { type GuardedRoute, portalRoute } from '../../trpc/guarded-route.ts';

/** C1: the logo of one's own company, which no part of the address names. */
const downloadLogo = portalRoute.download({
  url: '/files/logo',
  permission: null,
  action: 'portal.session.read',
  handle: async ({ tx, call }) => {
    call.authorize({ action: 'portal.session.read' });
    const fileId = await ownLogo(tx, call.principal);
    if (fileId === null) throw new AppError(ErrorCode.NotFound);
    return { fileId, disposition: 'inline', name: 'logo.png' };
  },
});

export const customerHomeRoutes: readonly GuardedRoute[] = [downloadLogo];
