import type { AuditAction } from '@sallyport/contracts/staff';

interface Sentence {
  /** After the name of whoever did it, about nobody else. */
  alone: string;
  /** With somebody or something it was done to, whose name follows. */
  about: string;
}

const one = (alone: string, about = alone): Sentence => ({ alone, about });

/** What happened, as the sentence after the person's name. */
const sentences: Readonly<Record<AuditAction, Sentence>> = {
  'setup.completed': one('completed the first start', 'completed the first start as'),
  'session.signed-in': one('signed in', 'signed in as'),
  'session.sign-in-failed': one('failed to sign in', 'failed to sign in as'),
  'session.signed-out': one('signed out', 'signed out as'),
  'session.identity-confirmed': one('confirmed their identity', 'confirmed the identity of'),
  'session.identity-confirmation-failed': one(
    'failed to confirm their identity',
    'failed to confirm the identity of',
  ),
  'invitation.created': one('invited a user', 'invited'),
  'invitation.renewed': one('made a new invitation link', 'made a new invitation link for'),
  'invitation.accepted': one('accepted the invitation', 'accepted the invitation of'),
  'account.updated': one('changed their own profile', 'changed the profile of'),
  'account.deactivated': one('was deactivated', 'deactivated'),
  'account.reactivated': one('was reactivated', 'reactivated'),
  'account.password-changed': one('changed their password', 'changed the password of'),
  'group.created': one('created a group', 'created group'),
  'group.updated': one('changed a group', 'changed group'),
  'group.deleted': one('deleted a group', 'deleted group'),
  'membership.added': one('added a member', 'added'),
  'membership.removed': one('removed a member', 'removed'),
  'access.refused': one('was refused', 'was refused at'),
  'call.failed': one('met an error', 'met an error at'),
};

/** What a refused or failed call was trying; the plain name of the call where no words are known. */
const attempts: Readonly<Record<string, string>> = {
  'audit.listAudit': 'reading the audit log',
  'users.listUsers': 'listing the users',
  'users.getUser': 'opening a user',
  'users.inviteUser': 'inviting a user',
  'users.renewInvitation': 'making a new invitation link',
  'users.updateUser': 'changing a profile',
  'users.deactivateUser': 'deactivating a user',
  'users.reactivateUser': 'reactivating a user',
  'groups.listGroups': 'listing the groups',
  'groups.getGroup': 'opening a group',
  'groups.createGroup': 'creating a group',
  'groups.updateGroup': 'changing a group',
  'groups.previewGroupChange': 'looking at the effect of a change',
  'groups.deleteGroup': 'deleting a group',
  'profile.changePassword': 'changing their password',
};

/** What refused, for the first letter and digit of the recorded reason. */
const refusedBy: Readonly<Record<string, string>> = {
  G0: 'Account',
  G1: 'Session',
  G2: 'Address',
  G3: 'Duties',
  G4: 'Door',
  G5: 'Permission',
  G6: 'Object',
  G7: 'Relation',
  G8: 'Confirmation',
  G9: 'Field',
};

/** The audit log. */
export const audit = {
  title: 'Audit log',
  tableLabel: 'Audit log',
  columns: { time: 'Time', outcome: 'Outcome', who: 'Who', what: 'What', from: 'From' },
  sentences,
  attempts,
  refusedBy,
  toGroup: (group: string) => `to ${group}`,
  fromGroup: (group: string) => `from ${group}`,
  aGroup: 'a group',
  attempt: (what: string) => what,
  refusal: (by: string, rule: string) => (rule ? `${by}, rule ${rule}` : by),
  nobody: 'Unknown',
  system: 'System',
  commandLine: 'Command line',
  server: 'server',
  door: { STAFF: 'Dashboard', PORTAL: 'Portal', CLI: 'Command line', SYSTEM: 'Server' },
  outcome: { ALLOWED: 'Allowed', REFUSED: 'Refused', FAILED: 'Failed' },
  area: { 'sign-in': 'Sign-in', people: 'People', groups: 'Groups', refusals: 'Refusals' },
  filters: {
    area: 'Area',
    outcome: 'Outcome',
    person: 'Person',
    since: 'When',
    sinceOperator: 'since',
    is: 'is',
    isAnyOf: 'is any of',
    anyPerson: 'Choose a person',
    reset: 'Reset',
  },
  sinceOptions: { day: 'yesterday', week: '7 days ago', month: '30 days ago', quarter: '90 days ago' },
  entries: (count: string) => `${count} entries`,
  today: (day: string) => `Today, ${day}`,
  yesterday: (day: string) => `Yesterday, ${day}`,
  emptyTitle: 'Nothing is recorded yet',
  emptyBody: 'Sign-ins, invitations, changes and refusals show here as they happen.',
  noMatchTitle: 'No entry matches',
  noMatchBody: 'No entry matches the filters.',
  resetFilters: 'Reset filters',
  entry: {
    number: (seq: string) => `Entry ${seq}`,
    when: 'When',
    from: 'From',
    door: 'Door',
    outcome: 'Outcome',
    object: 'Object',
    reason: 'Reason',
    refusedBy: 'Refused by',
    request: 'Request',
    changes: 'Before and after',
    noChanges: 'This entry changed nothing.',
    missing: 'This entry is not among those loaded.',
  },
  objectTypes: { account: 'Account', group: 'Group', membership: 'Membership', session: 'Session' },
  fields: {
    displayName: 'name',
    title: 'title',
    username: 'username',
    email: 'e-mail',
    status: 'status',
    isAdmin: 'Admin',
    name: 'name',
    purpose: 'purpose',
    grants: 'permissions',
    members: 'members',
    expiresAt: 'ends',
    reason: 'reason',
    changed: 'changed',
    groupId: 'group',
    audience: 'for',
    procedure: 'call',
    occurrences: 'times',
    isFirmNamed: 'firm named',
    groupIds: 'groups',
    groups: 'groups',
  },
} as const;
