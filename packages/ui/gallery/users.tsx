import { type AccountState, AccountStatus, Person, RelativeTime, type TableColumn } from '../src/index.ts';
import { CALLUM, ELENA, HANA, INES, JONAS, LEILANI, MARA, NOOR, PRIYA, SAMUEL, TOBIAS } from './people.ts';

const HOUR_MS = 3_600_000;

export type DemoUser = {
  id: string;
  name: string;
  title: string;
  status: AccountState;
  groups: string;
  factor: string;
  seenAt: number | null;
};

function user(
  person: { id: string; name: string },
  title: string,
  status: AccountState,
  groups: string,
  factor: string,
  hoursAgo: number | null,
): DemoUser {
  return {
    ...person,
    title,
    status,
    groups,
    factor,
    seenAt: hoursAgo === null ? null : Date.now() - hoursAgo * HOUR_MS,
  };
}

export const USERS: DemoUser[] = [
  user(INES, 'Head of offensive security', 'ACTIVE', 'Administrator', 'Passkey', 0.2),
  user(MARA, 'Principal consultant', 'ACTIVE', 'Project Manager, Penetration Tester', 'Passkey', 1.4),
  user(TOBIAS, 'Senior tester', 'ACTIVE', 'Penetration Tester', 'Passkey', 3),
  user(PRIYA, 'Senior tester', 'ACTIVE', 'Penetration Tester, Library Editor', 'App', 5.2),
  user(HANA, 'Lead, mobile', 'ACTIVE', 'Project Manager', 'Passkey', 22),
  user(CALLUM, 'Lead, embedded and rail', 'ACTIVE', 'Project Manager', 'App', 30),
  user(ELENA, 'Lead, health clients', 'SUSPENDED', 'Project Manager', 'Passkey', 70),
  user(NOOR, 'Tester', 'ACTIVE', 'Penetration Tester', 'Passkey', 100),
  user(LEILANI, 'Contractor', 'INVITED', 'Contractor', 'None', null),
  user(JONAS, 'Team lead, infrastructure', 'INACTIVE', '–', 'App', 900),
  user(SAMUEL, 'Managing director', 'EXPIRED', 'Manager', 'App', 4000),
];

export const USER_COLUMNS: TableColumn<DemoUser>[] = [
  {
    key: 'name',
    header: 'Name',
    primary: true,
    width: 'fill',
    sortKey: 'name',
    cell: (row) => <Person id={row.id} name={row.name} note={row.title} />,
  },
  {
    key: 'status',
    header: 'Status',
    width: 110,
    sortKey: 'status',
    cell: (row) => <AccountStatus status={row.status} plain />,
  },
  {
    key: 'groups',
    header: 'Groups',
    width: 240,
    cell: (row) => <span className="text-text-2">{row.groups}</span>,
  },
  { key: 'factor', header: 'Second factor', width: 110, wideOnly: true, cell: (row) => row.factor },
  {
    key: 'seen',
    header: 'Last seen',
    width: 110,
    align: 'end',
    sortKey: 'lastSeenAt',
    cell: (row) => <RelativeTime at={row.seenAt} />,
  },
];
