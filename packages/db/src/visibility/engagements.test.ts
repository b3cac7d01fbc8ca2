import { decide, type Principal } from '@sallyport/access';
import {
  createTestDatabase,
  makeClient,
  makeCustomer,
  makeFinding,
  makeGroup,
  makeImport,
  makeMembership,
  makeProject,
  makeReport,
  makeStaff,
  type TestDatabase,
} from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { asDoor } from '../test-support/doors.ts';
import { principalOf } from '../test-support/principals.ts';
import { randomFrom, seedFor } from '../test-support/random-world.ts';
import { findVisible } from '../visibility.ts';
import {
  visibleCompanies,
  visibleCompanyProfiles,
  visibleFindings,
  visibleImports,
  visibleProjects,
  visibleReports,
} from './engagements.ts';
import { visibleCustomerNames, visibleCustomers } from './people.ts';

const WORLDS = 10;
const ROLES = ['TESTER', 'REVIEWER', 'OBSERVER'] as const;

interface Person {
  id: string;
  isAdmin: boolean;
  /** Permissions held, as `manage-projects:ALL`. */
  holds: ReadonlySet<string>;
}
interface Project {
  id: string;
  companyId: string;
  isRestricted: boolean;
  /** Owners and team. */
  people: ReadonlySet<string>;
  findingId: string;
  importId: string;
  reportId: string;
}

let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db[Symbol.asyncDispose]());

const GRANTS = [
  { permission: 'manage-projects', reach: 'ALL' },
  { permission: 'manage-projects', reach: 'ASSIGNED' },
  { permission: 'assign-projects', reach: 'ALL' },
  { permission: 'assign-projects', reach: 'ASSIGNED' },
  { permission: 'manage-companies', reach: null },
  { permission: 'manage-customers', reach: null },
  { permission: 'manage-users', reach: null },
] as const;

async function makePerson(random: () => number): Promise<Person> {
  const isAdmin = random() < 0.15;
  const staff = await makeStaff(db, { isAdmin, password: null });
  const grant = random() < 0.7 ? GRANTS[Math.floor(random() * GRANTS.length)] : undefined;
  const hasEnded = random() < 0.2;
  if (grant) {
    const group = await makeGroup(db, { grants: [grant] });
    const expiresAt = hasEnded ? new Date(Date.now() - 60_000) : null;
    await makeMembership(db, { account: staff, group: group.id, expiresAt });
  }
  const held = grant && !hasEnded ? [grant.permission, `${grant.permission}:${grant.reach}`] : [];
  return { id: staff.id, isAdmin, holds: new Set(held) };
}

async function makeProjectWith(
  company: { id: string },
  people: readonly Person[],
  random: () => number,
): Promise<Project> {
  const isRestricted = random() < 0.4;
  const [owner, ...others] = people.toSorted(() => random() - 0.5);
  if (!owner) throw new Error('A world has people.');
  const team = others.slice(0, Math.floor(random() * 2));
  const role = ROLES[Math.floor(random() * ROLES.length)] ?? 'TESTER';
  const project = await makeProject(db, {
    company,
    isRestricted,
    owners: [owner],
    team: team.map((account) => ({ account, role })),
  });
  return {
    id: project.id,
    companyId: company.id,
    isRestricted,
    people: new Set([owner, ...team].map(({ id }) => id)),
    findingId: (await makeFinding(db, project)).id,
    importId: (await makeImport(db, project)).id,
    reportId: (await makeReport(db, project)).id,
  };
}

/** "Who may read" once more, in plain words. */
function sees(person: Person, project: Project): boolean {
  if (project.people.has(person.id)) return true;
  const reachesAll = ['manage-projects:ALL', 'assign-projects:ALL'].some((held) => person.holds.has(held));
  return !project.isRestricted && (person.isAdmin || reachesAll);
}
const has = (person: Person, permission: string) => person.isAdmin || person.holds.has(permission);

async function idsBy(tx: Tx, from: string, alias: string, where: Prisma.Sql, among: readonly string[]) {
  const id = Prisma.raw(`${alias}.id`);
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select ${id} as id from ${Prisma.raw(from)} ${Prisma.raw(alias)}
      where ${id} = any(${[...among]}::uuid[]) and (${where})`,
  );
  return rows.map((row) => row.id).toSorted();
}

test('"Who may read" in SQL and in plain words agree for every member of staff in any world', async ({
  onTestFailed,
}) => {
  const seed = seedFor(onTestFailed);
  const random = randomFrom(seed);
  let [allowed, refused] = [0, 0];
  for (let number = 0; number < WORLDS; number += 1) {
    const people: Person[] = [];
    for (let count = 0; count < 6; count += 1) people.push(await makePerson(random));
    const companies: { id: string; customerId: string }[] = [];
    for (let count = 0; count < 3; count += 1) {
      const company = await makeClient(db, { contacts: [] });
      companies.push({
        id: company.id,
        customerId: (await makeCustomer(db, { company, password: null })).id,
      });
    }
    const projects: Project[] = [];
    for (const company of companies.slice(0, 2)) {
      for (let count = 0; count < 2; count += 1)
        projects.push(await makeProjectWith(company, people, random));
    }
    for (const person of people) {
      const principal = await principalOf(db, person);
      const seen = projects.filter((project) => sees(person, project));
      allowed += seen.length;
      refused += projects.length - seen.length;
      await asDoor(db, 'STAFF', null, (tx) => compare(tx, principal, person, { projects, seen, companies }));
    }
  }
  expect([allowed > 10, refused > 10]).toEqual([true, true]);
}, 120_000);

async function compare(
  tx: Tx,
  principal: Principal,
  person: Person,
  world: { projects: Project[]; seen: Project[]; companies: { id: string; customerId: string }[] },
): Promise<void> {
  const { projects, seen, companies } = world;
  for (const [from, alias, key, visible] of [
    ['project', 'p', 'id', visibleProjects],
    ['finding', 'f', 'findingId', visibleFindings],
    ['scan_import', 'i', 'importId', visibleImports],
    ['report', 'r', 'reportId', visibleReports],
  ] as const) {
    const among = projects.map((project) => project[key]);
    const expected = seen.map((project) => project[key]).toSorted();
    expect(await idsBy(tx, from, alias, visible(principal), among), from).toEqual(expected);
  }
  const isOnProjectOf = ({ id }: { id: string }) =>
    projects.some((project) => project.companyId === id && project.people.has(person.id));
  const readsProfiles = has(person, 'manage-companies') || has(person, 'manage-customers');
  const named = companies.filter(
    (company) =>
      readsProfiles ||
      has(person, 'manage-projects') ||
      seen.some((project) => project.companyId === company.id),
  );
  const profiled = companies.filter((company) => readsProfiles || isOnProjectOf(company));
  const readsCustomers = has(person, 'manage-customers');
  const customersNamed = companies.filter((company) => readsCustomers || isOnProjectOf(company));
  const ids = companies.map(({ id }) => id);
  const customerIds = companies.map(({ customerId }) => customerId);
  expect(await idsBy(tx, 'company', 'c', visibleCompanies(principal), ids)).toEqual(
    named.map(({ id }) => id).toSorted(),
  );
  expect(await idsBy(tx, 'company', 'c', visibleCompanyProfiles(principal), ids)).toEqual(
    profiled.map(({ id }) => id).toSorted(),
  );
  expect(await idsBy(tx, 'account', 'a', visibleCustomers(principal), customerIds)).toEqual(
    readsCustomers ? customerIds.toSorted() : [],
  );
  expect(await idsBy(tx, 'account', 'a', visibleCustomerNames(principal), customerIds)).toEqual(
    customersNamed.map(({ customerId }) => customerId).toSorted(),
  );
  await compareGrants(tx, principal, world, profiled);
}

/** One object at a time says the same as the list, and what is found the decision lets be read. */
async function compareGrants(
  tx: Tx,
  principal: Principal,
  { projects, seen, companies }: { projects: Project[]; seen: Project[]; companies: { id: string }[] },
  profiled: readonly { id: string }[],
): Promise<void> {
  for (const project of projects) {
    const isSeen = seen.includes(project);
    for (const [kind, id] of [
      ['project', project.id],
      ['finding', project.findingId],
      ['import', project.importId],
      ['report', project.reportId],
    ] as const) {
      const grant = await findVisible(tx, principal, kind, id);
      expect([kind, grant?.row.id ?? null]).toEqual([kind, isSeen ? id : null]);
      if (!grant) continue;
      expect(grant.facts).toMatchObject({ isRestricted: project.isRestricted, isCompleted: false });
      expect(decide(principal, { action: 'project.read', project: grant.facts }).allowed).toBe(true);
    }
  }
  for (const { id } of companies) {
    const grant = await findVisible(tx, principal, 'company', id);
    if (!grant) continue;
    expect(grant.row.profile !== null).toBe(profiled.some((company) => company.id === id));
    expect(grant.row.projectCount).toBe(seen.filter((project) => project.companyId === id).length);
    expect(decide(principal, { action: 'company.read', company: grant.facts }).allowed).toBe(true);
  }
}
