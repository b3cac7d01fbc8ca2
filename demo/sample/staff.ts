import { dayInWords, moment } from './days.ts';

export const FIRM = 'Stonemere Security';

/** Somebody of the firm. */
export interface SampleStaff {
  /** By which the sample, and whoever reads what the demo prints, finds them. */
  key: string;
  displayName: string;
  title: string;
  email: string;
  /** Names of groups. */
  groups: readonly string[];
  reason: string;
  expiresAt: string | null;
  /** Has the Admin flag; of the first Admin it goes without saying. */
  isAdmin: boolean;
}

const LEAVES_IN_DAYS = 12;
const CONTRACT_ENDS_IN_DAYS = 5;

const staff = (
  key: string,
  displayName: string,
  title: string,
  groups: readonly string[],
  reason: string,
  expiresAt: string | null = null,
): SampleStaff => {
  const email = `${displayName
    .toLowerCase()
    .replace(' ', '.')
    .replace(/[^a-z.]/g, '')}@stonemere.example`;
  return { key, displayName, title, email, groups, reason, expiresAt, isAdmin: false };
};

/** The first Admin, who is in no group. */
export const ADMIN = staff('admin', 'Samuel Adeyemi', 'Head of platform', [], 'Runs the platform');

/** Everybody else, in the order in which they were invited. */
export const STAFF: readonly SampleStaff[] = [
  staff('manager', 'Ines Carvalho', 'Head of testing', ['Manager'], 'Leads the practice'),
  staff('project-manager', 'Mara Lindqvist', 'Project manager', ['Project Manager'], 'Plans who works where'),
  staff(
    'engagement-manager',
    'Noor Al-Hadid',
    'Engagement manager',
    ['Engagement Manager'],
    'Looks after the clients',
  ),
  staff(
    'tester',
    'Tobias Okonkwo',
    'Senior penetration tester',
    ['Penetration Tester'],
    'Tests web applications',
  ),
  staff(
    'leaver',
    'Elena Vasquez',
    `Penetration tester, leaves on ${dayInWords(LEAVES_IN_DAYS)}`,
    ['Penetration Tester', 'Library Editor'],
    'Tests networks and keeps the library',
  ),
  staff(
    'contractor',
    'Yusuf Demirci',
    'Penetration tester, contractor',
    ['Contractor'],
    'Helps with the branch visits',
    moment(CONTRACT_ENDS_IN_DAYS),
  ),
  staff('no-groups', 'Jonas Weidmann', 'Junior penetration tester, first week', [], 'Starts this week'),
  // Nobody took the flag back: what a review of access finds.
  {
    ...staff('dormant-admin', 'Greta Sandoval', 'Founder, retired', [], 'Stands in for the head of platform'),
    isAdmin: true,
  },
];
