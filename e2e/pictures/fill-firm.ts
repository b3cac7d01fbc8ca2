import type pg from 'pg';
import type { Caller } from '../support/caller.ts';
import { at } from '../support/http.ts';
import {
  type Customer,
  groupIds,
  onboard,
  onboardCustomer,
  PASSWORD,
  type Staff,
  setUp,
} from '../support/people.ts';
import type { RunningServer } from '../support/server.ts';

const DAY_MS = 86_400_000;
const LIBRARY = { permission: 'manage-vulnerability-data', reach: null } as const;

interface Colleague {
  displayName: string;
  email: string;
  title: string;
  groups: readonly string[];
  reason: string;
}

const mail = (name: string) => `${name}@stonemere.example`;

/** A small firm as one would meet it: eight people, an outside tester for a while, somebody who has not come yet. */
const COLLEAGUES: readonly Colleague[] = [
  {
    displayName: 'Priya Raman',
    email: mail('priya.raman'),
    title: 'Head of practice',
    groups: ['Manager'],
    reason: 'Leads the practice',
  },
  {
    displayName: 'Marcus Bell',
    email: mail('marcus.bell'),
    title: 'Engagement lead',
    groups: ['Project Manager'],
    reason: 'Runs the bank’s engagements',
  },
  {
    displayName: 'Ines Duarte',
    email: mail('ines.duarte'),
    title: 'Senior penetration tester',
    groups: ['Penetration Tester', 'Library Editor'],
    reason: 'Tests, and keeps the library',
  },
  {
    displayName: 'Tomasz Nowak',
    email: mail('tomasz.nowak'),
    title: 'Penetration tester',
    groups: ['Penetration Tester'],
    reason: 'Joins the web team',
  },
  {
    displayName: 'Aiko Mori',
    email: mail('aiko.mori'),
    title: 'Penetration tester',
    groups: ['Penetration Tester'],
    reason: 'Joins the mobile team',
  },
  {
    displayName: 'Jonas Keller',
    email: mail('jonas.keller'),
    title: 'Red team operator',
    groups: ['Penetration Tester'],
    reason: 'Joins the red team',
  },
  {
    displayName: 'Sofia Marin',
    email: mail('sofia.marin'),
    title: 'Office manager',
    groups: ['Engagement Manager'],
    reason: 'Looks after clients and contracts',
  },
];

export interface Firm {
  admin: Staff;
  customer: Customer & { caller: Caller };
  groups: ReadonlyMap<string, string>;
}

/** Fills an empty server through its API; what has no screen yet comes by SQL. */
export async function fillFirm(server: RunningServer, owner: pg.Pool): Promise<Firm> {
  const admin = await setUp(server);
  const { caller } = admin;
  await caller.confirmIdentity(PASSWORD);
  const groups = await groupIds(caller);
  const idOf = (name: string) => {
    const id = groups.get(name);
    if (id === undefined) throw new Error(`there is no group ${name}`);
    return id;
  };
  await caller.done('mutate', 'profile.updateProfile', {
    version: at(await caller.done('query', 'profile.getProfile'), 'version'),
    displayName: admin.displayName,
    title: 'Managing director',
  });
  const people = new Map<string, Staff>();
  for (const { groups: names, ...person } of COLLEAGUES)
    people.set(person.displayName, await onboard(server, caller, { ...person, groupIds: names.map(idOf) }));
  await caller.done('mutate', 'users.inviteUser', {
    displayName: 'Renzo Albini',
    email: 'renzo@albini-security.example',
    title: 'Outside tester, OT networks',
    groupIds: [idOf('Contractor')],
    reason: 'Substation test until the end of the month',
    expiresAt: new Date(Date.now() + 5 * DAY_MS).toISOString(),
  });
  const hardware = await makeGroup(
    caller,
    'Hardware Lab',
    'Keeps the lab and its findings library for embedded work.',
    [LIBRARY],
  );
  await changeGroup(
    caller,
    hardware,
    [LIBRARY, { permission: 'manage-projects', reach: 'ASSIGNED' }],
    [
      { userId: idOfPerson(people, 'Jonas Keller'), reason: 'Sets up the lab', expiresAt: null },
      { userId: idOfPerson(people, 'Aiko Mori'), reason: 'Covers for Jonas in March', expiresAt: inDays(6) },
    ],
  );
  await refuseSomebody(people);
  const customer = await onboardCustomer(server, owner, {
    companyName: 'Aldervale Bank',
    email: 'mara.holt@aldervale.example',
    displayName: 'Mara Holt',
  });
  await spreadOverTime(owner);
  return { admin, customer, groups: new Map([...groups, ['Hardware Lab', hardware]]) };
}

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

function idOfPerson(people: ReadonlyMap<string, Staff>, name: string): string {
  const person = people.get(name);
  if (!person) throw new Error(`there is no ${name}`);
  return person.id;
}

async function makeGroup(
  by: Caller,
  name: string,
  purpose: string,
  staff: readonly unknown[],
): Promise<string> {
  const made = await by.done('mutate', 'groups.createGroup', {
    name,
    purpose,
    grants: { audience: 'STAFF', staff },
  });
  return String(at(made, 'id'));
}

/** Gives a group these permissions and these members as well, in one change. */
async function changeGroup(
  by: Caller,
  groupId: string,
  staff: readonly unknown[],
  addMembers: readonly unknown[],
): Promise<void> {
  const group = await by.done('query', 'groups.getGroup', { groupId });
  const [version, name, purpose] = ['version', 'name', 'purpose'].map((key) => at(group, key));
  const grants = { audience: 'STAFF', staff };
  await by.done('mutate', 'groups.updateGroup', { groupId, version, name, purpose, grants, addMembers });
}

/** A refusal and a failed sign-in, as every log has them. */
async function refuseSomebody(people: ReadonlyMap<string, Staff>): Promise<void> {
  const tester = people.get('Tomasz Nowak');
  if (!tester) return;
  await tester.caller.query('audit.listAudit', { limit: 20 });
  await tester.caller.signIn(tester.email, 'not the right password');
}

/** Accounts of different ages: a firm in which all came in the same minute convinces nobody. */
async function spreadOverTime(owner: pg.Pool): Promise<void> {
  await owner.query(
    `update account a set created_at = app.now() - n.place * interval '23 days' - interval '2 hours',
       last_sign_in_at = case when a.status = 'INVITED' then null
         else app.now() - n.place * n.place * interval '47 minutes' end
     from (select id, row_number() over (order by id desc) as place from account) n where n.id = a.id`,
  );
  await owner.query(
    `update membership m set granted_at = a.created_at + interval '1 hour' from account a where a.id = m.account_id`,
  );
}
