import {
  completeSetup,
  makeClient,
  makeCustomer,
  makeFinding,
  makeGroup,
  makeSession,
  makeStaff,
  type TestAccount,
  type TestCompany,
  type TestFinding,
} from '@sallyport/testing';
import { type SignedInPerson, staffUser } from '../../doors/testing/people.ts';
import { openTestDoors, type TestDoors } from '../../doors/testing/test-doors.ts';
import { storeLogo } from '../../matrix/shown-objects.ts';
import { type Engagement, makeEngagement } from './engagement.ts';
import type { Random } from './random.ts';

/** A customer who looks at everything that the portal offers. */
export interface Observer {
  name: string;
  as: { secret: string };
  /** How much is asked: lists alone, what is there too, or whatever one can think of. */
  asks: 'lists' | 'what is there' | 'everything';
}

export interface World extends AsyncDisposable {
  doors: TestDoors;
  random: Random;
  /** An Admin who leads every project. */
  lead: SignedInPerson;
  tester: TestAccount;
  ours: TestCompany;
  theirs: TestCompany;
  shown: Engagement;
  completed: Engagement;
  hidden: Engagement;
  restricted: Engagement;
  foreign: Engagement;
  /** Drafts that are there to be deleted. */
  spare: TestFinding[];
  observers: readonly Observer[];
  /** Texts that no customer of ours may ever read. */
  canaries: readonly string[];
  /** The moment at which every look is taken. */
  now: Date;
}

const START = Date.UTC(2026, 4, 4, 8);
const MINUTE_MS = 60_000;
const SPARE = 8;

/** What makes an engagement: whose, by whom, and how texts become secret. */
export interface Making {
  doors: TestDoors;
  lead: SignedInPerson;
  tester: TestAccount;
  /** A text that stands nowhere else; remembered. */
  secret(what: string): string;
  /** Moves the frozen clock on, so that things happen one after another. */
  tick(): Promise<Date>;
}

/** Two clients with all that projects can hold, published and not; the clock stands still afterwards. */
export async function makeWorld(random: Random): Promise<World> {
  const doors = await openTestDoors();
  const { db } = doors;
  const canaries: string[] = [];
  let now = START;
  const secret = (what: string) => {
    const text = `canary-${canaries.length}-${what}`;
    canaries.push(text);
    return text;
  };
  const tick = async () => {
    now += MINUTE_MS;
    await db.setNow(new Date(now));
    return new Date(now);
  };
  await tick();
  await completeSetup(db, { email: `${secret('admin')}@firm.example` });
  const lead = await staffUser(doors, {
    isAdmin: true,
    displayName: 'Lena Lead',
    email: `${secret('lead')}@firm.example`,
    title: secret('title'),
  });
  const tester = await makeStaff(db, {
    displayName: secret('tester'),
    email: `${secret('tester-mail')}@firm.example`,
  });
  const making: Making = { doors, lead, tester, secret, tick };
  const ours = await makeClient(db, {
    name: 'Aldervale Bank',
    notes: secret('notes'),
    contacts: [{ name: secret('contact') }],
  });
  const theirs = await makeClient(db, { name: secret('company'), notes: secret('notes') });
  for (const { id } of [ours, theirs]) await storeLogo(doors, id);
  const engagement = (company: TestCompany, kind: Parameters<typeof makeEngagement>[2]) =>
    makeEngagement(making, company, kind);
  const made = {
    shown: await engagement(ours, 'shown'),
    completed: await engagement(ours, 'completed'),
    hidden: await engagement(ours, 'hidden'),
    restricted: await engagement(ours, 'restricted'),
    foreign: await engagement(theirs, 'foreign'),
  };
  const spare: TestFinding[] = [];
  for (const { project } of [made.shown, made.hidden, made.foreign]) {
    for (let at = 0; at < SPARE; at += 1) spare.push(await makeFinding(db, project));
  }
  await tick();
  const observers = await makeObservers(doors, ours);
  const people = {
    lead: { ...lead, as: await makeSession(db, lead.account, { isConfirmed: true }) },
    tester,
  };
  return {
    doors,
    random,
    ...people,
    ours,
    theirs,
    ...made,
    spare,
    observers,
    canaries,
    now: new Date(now),
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}

async function makeObservers({ db }: TestDoors, company: TestCompany): Promise<Observer[]> {
  const downloads = await makeGroup(db, {
    audience: 'CUSTOMER',
    grants: [{ permission: 'download-reports' }],
  });
  const observer = async (name: string, groups: string[], asks: Observer['asks']): Promise<Observer> => {
    const account = await makeCustomer(db, { company, groups, displayName: name });
    return { name, as: await makeSession(db, account), asks };
  };
  return [
    await observer('administrator', ['customer-administrator'], 'everything'),
    await observer('viewer', ['customer-viewer'], 'what is there'),
    await observer('downloads', [downloads.id], 'lists'),
    await observer('nobody', [], 'lists'),
  ];
}
