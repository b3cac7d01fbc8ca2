import { ACCOUNT_PROCEDURES, OWN_ACCOUNT_PROCEDURES } from './account-procedures.ts';
import { CLIENT_PROCEDURES, ENGAGEMENT_PROCEDURES } from './engagement-procedures.ts';
import { FACTOR_PROCEDURES } from './factor-procedures.ts';

/** Ids that exist, for inputs that pass every check but the one under attack. */
export interface KnownIds {
  userId: string;
  groupId: string;
  customerGroupId: string;
  companyId: string;
  customerId: string;
  typeId: string;
  standardId: string;
  projectId: string;
  scopeItemId: string;
  findingId: string;
  instanceId: string;
  importId: string;
  /** Of the right shape, and of nothing. */
  nowhere: string;
}

export interface Procedure {
  path: string;
  kind: 'query' | 'mutate';
  /** Anybody may call it. */
  isPublic?: true;
  /** An input of the right shape. */
  input(ids: KnownIds): Readonly<Record<string, unknown>>;
}

const SECRET = 'A'.repeat(43);
const none = () => ({});
const group = {
  name: 'Night watch',
  purpose: 'Keeps the lights on.',
  grants: { audience: 'STAFF', staff: [{ permission: 'manage-projects', reach: 'ASSIGNED' }] },
};
const change = { version: 1, ...group, addMembers: [], removeMembers: [] };
const acceptance = { secret: SECRET, displayName: 'Tom Weber', password: 'quiet-harbour-lantern-42' };

/** What both doors offer. */
const COMMON: readonly Procedure[] = [
  ...FACTOR_PROCEDURES,
  ...OWN_ACCOUNT_PROCEDURES,
  { path: 'door.getDoor', kind: 'query', isPublic: true, input: none },
  {
    path: 'auth.signIn',
    kind: 'mutate',
    isPublic: true,
    input: () => ({ identifier: 'nobody@stonemere.example', password: 'not the password' }),
  },
  { path: 'auth.getCurrent', kind: 'query', input: none },
  { path: 'auth.confirmIdentity', kind: 'mutate', input: () => ({ password: 'not the password' }) },
  { path: 'auth.signOut', kind: 'mutate', isPublic: true, input: none },
  { path: 'invitations.acceptInvitation', kind: 'mutate', isPublic: true, input: () => acceptance },
  { path: 'profile.getProfile', kind: 'query', input: none },
  {
    path: 'profile.changePassword',
    kind: 'mutate',
    input: () => ({ newPassword: 'another-quiet-lantern-43' }),
  },
];

/** Every procedure of the staff door. Written by hand from the published words, not read from the server's code. */
export const STAFF_PROCEDURES: readonly Procedure[] = [
  ...COMMON,
  ...ACCOUNT_PROCEDURES,
  ...ENGAGEMENT_PROCEDURES,
  {
    path: 'setup.completeSetup',
    kind: 'mutate',
    isPublic: true,
    input: () => ({ ...acceptance, firmName: 'Stonemere Security', email: 'first@stonemere.example' }),
  },
  {
    path: 'profile.updateProfile',
    kind: 'mutate',
    input: () => ({ version: 1, displayName: 'Lena Fischer', title: 'Managing director' }),
  },
  { path: 'people.listPeople', kind: 'query', input: () => ({ search: 'a', limit: 20 }) },
  {
    path: 'users.listUsers',
    kind: 'query',
    input: ({ groupId }) => ({
      search: 'a',
      status: ['ACTIVE'],
      groupId,
      isAdmin: false,
      sort: { field: 'displayName', direction: 'asc' },
      limit: 20,
    }),
  },
  { path: 'users.getUser', kind: 'query', input: ({ userId }) => ({ userId }) },
  {
    path: 'users.inviteUser',
    kind: 'mutate',
    input: ({ groupId }) => ({
      displayName: 'Ines Duarte',
      email: 'ines.duarte@stonemere.example',
      username: 'ines',
      title: 'Tester',
      groupIds: [groupId],
      reason: 'Joins the firm',
      expiresAt: null,
    }),
  },
  { path: 'users.renewInvitation', kind: 'mutate', input: ({ userId }) => ({ userId }) },
  {
    path: 'users.updateUser',
    kind: 'mutate',
    input: ({ userId }) => ({
      userId,
      version: 1,
      displayName: 'Tom Weber',
      username: 'tom',
      title: 'Tester',
    }),
  },
  { path: 'users.deactivateUser', kind: 'mutate', input: ({ userId }) => ({ userId, reason: 'Left' }) },
  { path: 'users.reactivateUser', kind: 'mutate', input: ({ userId }) => ({ userId, reason: 'Back' }) },
  { path: 'groups.listGroups', kind: 'query', input: none },
  { path: 'groups.getGroup', kind: 'query', input: ({ groupId }) => ({ groupId }) },
  { path: 'groups.createGroup', kind: 'mutate', input: () => group },
  { path: 'groups.updateGroup', kind: 'mutate', input: ({ groupId }) => ({ groupId, ...change }) },
  { path: 'groups.previewGroupChange', kind: 'query', input: ({ groupId }) => ({ groupId, ...change }) },
  { path: 'groups.deleteGroup', kind: 'mutate', input: ({ groupId }) => ({ groupId, version: 1 }) },
  {
    path: 'audit.listAudit',
    kind: 'query',
    input: ({ userId }) => ({
      area: ['people'],
      outcome: ['ALLOWED'],
      actorId: userId,
      since: '2026-01-01T00:00:00Z',
      limit: 20,
    }),
  },
];

/** Every procedure of the portal. */
export const PORTAL_PROCEDURES: readonly Procedure[] = [
  ...COMMON,
  ...CLIENT_PROCEDURES,
  {
    path: 'profile.updateProfile',
    kind: 'mutate',
    input: () => ({ version: 1, displayName: 'Mara Holt' }),
  },
];
