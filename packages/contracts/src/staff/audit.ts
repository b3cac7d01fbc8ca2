import { z } from 'zod';
import { AccountId } from '../common/ids.ts';
import { Cursor, PageLimit, pageOf } from '../common/paging.ts';
import { Timestamp } from '../common/text.ts';
import { AUDIT_AREAS, AUDIT_OUTCOMES } from './choices.ts';

/** Everything that is ever recorded. Closed, so that filters, words and docs stay complete. */
export const AuditAction = z.enum([
  'setup.completed',
  'session.signed-in',
  'session.sign-in-failed',
  'session.signed-out',
  'session.identity-confirmed',
  'session.identity-confirmation-failed',
  'session.factor-requested',
  'session.factor-failed',
  'session.ended',
  'factor.enrolment-started',
  'factor.added',
  'factor.removed',
  'factor.renamed',
  'factor.recovery-codes-renewed',
  'factor.recovery-code-used',
  'invitation.created',
  'invitation.renewed',
  'invitation.mailed-again',
  'invitation.accepted',
  'account.updated',
  'account.photo-changed',
  'account.photo-removed',
  'account.deactivated',
  'account.suspended',
  'account.suspension-lifted',
  'account.expiry-changed',
  'account.admin-changed',
  'account.switches-changed',
  'account.password-change-required',
  'account.factors-reset',
  'account.reset-requested',
  'account.reset-sent',
  'account.password-reset',
  'account.not-me-reported',
  'account.email-change-requested',
  'account.email-changed',
  'account.email-replaced',
  'account.moved',
  'account.offboarded',
  'account.anonymised',
  'account.deleted',
  'account.sessions-ended',
  'account.reactivated',
  'account.password-changed',
  'group.created',
  'group.updated',
  'group.deleted',
  'membership.added',
  'membership.removed',
  'company.created',
  'company.updated',
  'company.archived',
  'company.restored',
  'company.logo-changed',
  'company.logo-removed',
  'project.created',
  'project.updated',
  'project.assigned',
  'project.completed',
  'scope.changed',
  'finding.created',
  'finding.updated',
  'finding.deleted',
  'finding.published',
  'finding.unpublished',
  'instance.changed',
  'evidence.added',
  'evidence.changed',
  'evidence.removed',
  'import.uploaded',
  'import.applied',
  'import.discarded',
  'import.failed',
  'report.requested',
  'report.generated',
  'report.failed',
  'report.released',
  'report.downloaded',
  'token.created',
  'token.revoked',
  'mail-settings.updated',
  'mail-settings.removed',
  'mail-settings.tested',
  'security-policy.updated',
  'company-policy.updated',
  'networks.updated',
  'networks.reset',
  'sign-in.cleared',
  'security-alert.closed',
  'session.listed',
  'audit.verified',
  'access.revoked-all',
  'hashing.calibrated',
  'keys.rotated',
  'access.refused',
  'call.failed',
]);
export type AuditAction = z.infer<typeof AuditAction>;

export const AuditArea = z.enum(AUDIT_AREAS);
export type AuditArea = z.infer<typeof AuditArea>;

export const AuditOutcome = z.enum(AUDIT_OUTCOMES);
export type AuditOutcome = z.infer<typeof AuditOutcome>;

/** A recorded value: ids, flags, lists of keys. Never a secret, never a name. */
const RecordedValue = z.record(z.string(), z.json());

export const AuditEntry = z.strictObject({
  /** Position in the log; a string because it may outgrow a number. */
  seq: z.string(),
  at: Timestamp,
  door: z.enum(['STAFF', 'PORTAL', 'TOOLS', 'CLI', 'SYSTEM']),
  action: AuditAction,
  outcome: AuditOutcome,
  actor: z.strictObject({ id: AccountId, name: z.string(), photo: z.uuid().nullable() }).nullable(),
  object: z.strictObject({ type: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  address: z.string().nullable(),
  requestId: z.string(),
  reason: z.string().nullable(),
  before: RecordedValue.nullable(),
  after: RecordedValue.nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const ListAuditInput = z.strictObject({
  area: z.array(AuditArea).max(6).default([]),
  outcome: z.array(AuditOutcome).max(3).default([]),
  actorId: AccountId.optional(),
  since: Timestamp.optional(),
  cursor: Cursor.optional(),
  limit: PageLimit,
});
export const AuditPage = pageOf(AuditEntry);
