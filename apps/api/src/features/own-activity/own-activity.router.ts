import { createRouter } from '../../trpc/procedure.ts';
import { listOwnActivity } from './list-own-activity.ts';
import { portalListOwnActivity } from './portal-list-own-activity.ts';

export const ownActivityRouter = createRouter({ list: listOwnActivity });
export const portalOwnActivityRouter = createRouter({ list: portalListOwnActivity });
