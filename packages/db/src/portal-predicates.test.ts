import {
  createTestDatabase,
  makeCustomer,
  makeSession,
  makeStaff,
  type TestDatabase,
} from '@sallyport/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from './client.ts';
import { Prisma } from './generated/client.ts';
import { asDoor } from './test-support/doors.ts';
import { principalOf } from './test-support/principals.ts';
import { type Fact, makeWorld, randomFrom, seedFor } from './test-support/random-world.ts';
import { inTransaction } from './transaction.ts';
import {
  clientEvidence,
  publishedFindings,
  publishedInstances,
  releasedReports,
  shownProjects,
} from './visibility/portal.ts';

const WORLDS = 30;

/** Every noun of the portal: where it lies, and the predicate of its repositories. */
const NOUNS = {
  project: { from: Prisma.sql`project p`, id: Prisma.sql`p.id`, predicate: shownProjects },
  finding: { from: Prisma.sql`finding f`, id: Prisma.sql`f.id`, predicate: publishedFindings },
  instance: { from: Prisma.sql`instance i`, id: Prisma.sql`i.id`, predicate: publishedInstances },
  evidence: { from: Prisma.sql`evidence e`, id: Prisma.sql`e.id`, predicate: clientEvidence },
  report: { from: Prisma.sql`report r`, id: Prisma.sql`r.id`, predicate: releasedReports },
} as const;
type Noun = keyof typeof NOUNS;
const ALL_NOUNS = Object.keys(NOUNS) as Noun[];

let db: TestDatabase;
let owner: Database;

beforeAll(async () => {
  db = await createTestDatabase();
  owner = createDatabase({ url: db.ownerUrl, poolSize: 2 });
});
afterAll(async () => {
  await owner.close();
  await db[Symbol.asyncDispose]();
});

function query(noun: Noun, where: Prisma.Sql): Prisma.Sql {
  const { from, id } = NOUNS[noun];
  return Prisma.sql`select ${id} as id from ${from} where (${where}) order by 1`;
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();

/** C2 once more, in plain words. */
function isVisible(fact: Fact, companyId: string): boolean {
  const isOut = fact.isShown && !fact.isRestricted && fact.isPublished && fact.isForClient;
  return isOut && fact.companyId === companyId;
}

test('C2 the predicate alone, the row policies alone and the model say the same, in any world', async ({
  onTestFailed,
}) => {
  const seed = seedFor(onTestFailed);
  const random = randomFrom(seed);
  const seen = { project: 0, finding: 0, instance: 0, evidence: 0, report: 0 };
  const unseen = { ...seen };
  for (let number = 0; number < WORLDS; number += 1) {
    const world = await makeWorld(db, random);
    for (const company of world.companies) {
      const account = await makeCustomer(db, { company, password: null });
      const [principal, session] = [await principalOf(db, account), await makeSession(db, account)];
      for (const noun of ALL_NOUNS) {
        const byPredicate = await inTransaction(owner, { session: null, requestId: 'test' }, (tx) =>
          tx.$queryRaw<{ id: string }[]>(query(noun, NOUNS[noun].predicate(principal))),
        );
        const byPolicy = await asDoor(db, 'CUSTOMER', session.secret, (tx) =>
          tx.$queryRaw<{ id: string }[]>(query(noun, Prisma.sql`true`)),
        );
        const expected = world[noun].filter((fact) => isVisible(fact, company.id)).map(({ id }) => id);
        const where = `seed ${seed}, world ${number}, ${noun}`;
        expect(idsOf(byPredicate), `predicate: ${where}`).toEqual(expected.toSorted());
        expect(idsOf(byPolicy), `policy: ${where}`).toEqual(expected.toSorted());
        seen[noun] += expected.length;
        unseen[noun] += world[noun].length - expected.length;
      }
    }
  }
  for (const noun of ALL_NOUNS) {
    expect([noun, seen[noun] > 5, unseen[noun] > 5]).toEqual([noun, true, true]);
  }
}, 120_000);

test('no predicate of the portal lets staff in, Admins included', async () => {
  const world = await makeWorld(db, randomFrom(7));
  expect(world.companies).toHaveLength(2);
  const admin = await principalOf(db, await makeStaff(db, { isAdmin: true, password: null }));
  for (const noun of ALL_NOUNS) {
    const found = await inTransaction(owner, { session: null, requestId: 'test' }, (tx) =>
      tx.$queryRaw<{ id: string }[]>(query(noun, NOUNS[noun].predicate(admin))),
    );
    expect(found).toEqual([]);
  }
});
