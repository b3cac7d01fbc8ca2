import { type AccessRequest, type Account, decide, type Principal, staffSet } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import { Permission, Reach, STAFF_STARTING_GROUPS, type StaffGrant } from '@sallyport/contracts/staff';

const NOW = new Date('2026-11-22T09:00:00Z');
const BATCH = 1_000;

function staff(id: string, groups: readonly string[], isAdmin = false): Account {
  const memberships = STAFF_STARTING_GROUPS.filter(({ name }) => groups.includes(name)).map(
    ({ name, grants }) => ({ groupId: name, groupName: name, grants, expiresAt: null, groupExpiresAt: null }),
  );
  return {
    audience: Audience.Staff,
    id,
    status: 'ACTIVE',
    suspendedAt: null,
    expiresAt: null,
    isCompanyActive: true,
    isAdmin,
    memberships,
  };
}

const people = [
  staff('admin', [], true),
  staff('administrator', ['Administrator']),
  staff('manager', ['Manager', 'Library Editor']),
  staff('lead', ['Project Manager', 'Engagement Manager']),
  staff('tester', ['Penetration Tester']),
  staff('nobody', []),
];

const customer: Account = {
  audience: Audience.Customer,
  id: 'customer',
  companyId: 'client',
  status: 'ACTIVE',
  suspendedAt: null,
  expiresAt: null,
  isCompanyActive: true,
  memberships: [],
};

const give = (permission: Permission, reach: StaffGrant['reach'] = null): StaffGrant => ({
  permission,
  reach,
});
const small = staffSet.fromGrants([give(Permission.ManageProjects, Reach.Assigned)]);
const large = staffSet.fromGrants([
  give(Permission.ManageCustomers),
  give(Permission.ManageProjects, Reach.All),
]);

/** Reading and writing, allowed and refused at every depth, with and without an object. */
const requests: readonly AccessRequest[] = [
  { action: 'people.list' },
  { action: 'user.list' },
  { action: 'audit.list' },
  { action: 'profile.read' },
  { action: 'profile.changePassword' },
  { action: 'portal.home.read' },
  ...people.flatMap((target): AccessRequest[] => [
    { action: 'user.read', target },
    { action: 'user.update', target },
    { action: 'user.deactivate', target, isLastUsableAdmin: false },
  ]),
  { action: 'user.read', target: customer },
  { action: 'group.create', audience: Audience.Staff, set: small },
  { action: 'group.create', audience: Audience.Staff, set: large },
  {
    action: 'group.update',
    audience: Audience.Staff,
    before: small,
    after: large,
    groupId: 'group',
    isAssignable: false,
    isBuiltIn: false,
    requiresAccountExpiry: false,
    changesDetails: true,
    adds: people.slice(4),
    removes: [],
  },
];

/** How many different questions are asked. */
export const questionCount = (people.length + 1) * requests.length;

/** Decisions a second over all pairs of who asks and what, for about this long. */
export function decisionsPerSecond(milliseconds: number): number {
  const principals = [...people, customer].map(
    (account): Principal => ({
      account,
      now: NOW,
      session: {
        audience: account.audience,
        isLive: true,
        isAddressAllowed: true,
        obligations: [],
        confirmedUntil: new Date(NOW.getTime() + 60_000),
        mayDownload: true,
      },
    }),
  );
  const questions = principals.flatMap((principal) => requests.map((request) => ({ principal, request })));
  let [made, allowed] = [0, 0];
  const startedAt = performance.now();
  while (performance.now() - startedAt < milliseconds) {
    for (let index = 0; index < BATCH; index += 1) {
      const question = questions[(made + index) % questions.length];
      if (question && decide(question.principal, question.request).allowed) allowed += 1;
    }
    made += BATCH;
  }
  if (allowed === 0 || allowed === made) throw new Error('all questions had the same answer');
  return (made / (performance.now() - startedAt)) * 1_000;
}
