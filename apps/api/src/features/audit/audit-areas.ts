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
  'access.refused': 'refusals',
  'call.failed': 'refusals',
};

/** The actions of several areas; none when no area is chosen, which means all. */
export function actionsIn(areas: readonly AuditArea[]): string[] {
  return Object.entries(AREA)
    .filter(([, area]) => areas.includes(area))
    .map(([action]) => action);
}
