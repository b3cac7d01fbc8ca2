import { z } from 'zod';
import { PortalPermission } from './permission.ts';

/** Apart from the names, so that the portal's own bundle can use those without the schema library. */
export const PortalPermissionSchema = z.enum(Object.values(PortalPermission));
