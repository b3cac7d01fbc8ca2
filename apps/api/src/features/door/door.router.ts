import { createRouter } from '../../trpc/procedure.ts';
import { getDoor } from './get-door.ts';
import { getPortalDoor } from './get-portal-door.ts';

export const doorRouter = createRouter({ getDoor });
export const portalDoorRouter = createRouter({ getDoor: getPortalDoor });
