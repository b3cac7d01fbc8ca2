import type { AuditAction, AuditArea } from '@sallyport/contracts/staff';

/** To which area of the filter each action belongs: one total map, so that no action escapes every filter. */
const AREA: Readonly<Record<AuditAction, AuditArea>> = {
  'setup.completed': 'sign-in',
  'session.signed-in': 'sign-in',
  'session.sign-in-failed': 'sign-in',
  'session.signed-out': 'sign-in',
  'session.identity-confirmed': 'sign-in',
  'session.identity-confirmation-failed': 'sign-in',
  'account.password-changed': 'sign-in',
  'invitation.created': 'people',
  'invitation.renewed': 'people',
  'invitation.accepted': 'people',
  'account.updated': 'people',
  'account.deactivated': 'people',
  'account.reactivated': 'people',
  'group.created': 'groups',
  'group.updated': 'groups',
  'group.deleted': 'groups',
  'membership.added': 'groups',
  'membership.removed': 'groups',
  'company.created': 'engagements',
  'company.updated': 'engagements',
  'company.logo-changed': 'engagements',
  'company.logo-removed': 'engagements',
  'project.created': 'engagements',
  'project.updated': 'engagements',
  'project.assigned': 'engagements',
  'project.completed': 'engagements',
  'scope.changed': 'engagements',
  'finding.created': 'engagements',
  'finding.updated': 'engagements',
  'finding.deleted': 'engagements',
  'finding.published': 'engagements',
  'finding.unpublished': 'engagements',
  'instance.changed': 'engagements',
  'evidence.added': 'engagements',
  'evidence.changed': 'engagements',
  'evidence.removed': 'engagements',
  'import.uploaded': 'engagements',
  'import.applied': 'engagements',
  'import.discarded': 'engagements',
  'import.failed': 'engagements',
  'report.requested': 'engagements',
  'report.generated': 'engagements',
  'report.failed': 'engagements',
  'report.released': 'engagements',
  'report.downloaded': 'engagements',
  'token.created': 'sign-in',
  'token.revoked': 'sign-in',
  'access.refused': 'refusals',
  'call.failed': 'refusals',
};

/** The actions of several areas; none when no area is chosen, which means all. */
export function actionsIn(areas: readonly AuditArea[]): string[] {
  return Object.entries(AREA)
    .filter(([, area]) => areas.includes(area))
    .map(([action]) => action);
}
