import { createRouter } from '../../trpc/procedure.ts';
import { closeSecurityAlert } from './close-security-alert.ts';
import { listSecurityAlerts } from './list-security-alerts.ts';

export const securityAlertsRouter = createRouter({ list: listSecurityAlerts, close: closeSecurityAlert });
