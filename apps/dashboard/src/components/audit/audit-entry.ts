import type { Outputs } from '../../lib/trpc.ts';

/** One entry of the log, as every list of entries shows it. */
export type AuditEntry = Outputs['audit']['listAudit']['rows'][number];
