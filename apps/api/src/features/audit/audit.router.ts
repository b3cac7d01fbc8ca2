import { createRouter } from '../../trpc/procedure.ts';
import { listAudit } from './list-audit.ts';

export const auditRouter = createRouter({ listAudit });
