import {
  makeClient,
  makeEvidence,
  makeFinding,
  makeInstance,
  makeProject,
  makeReport,
  type TestCompany,
  type TestDatabase,
} from '@sallyport/testing';

/** A generator with a seed (mulberry32): the same world again for the same number. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The number a random test starts from: SALLYPORT_SEED, or another each time. Told on failure, to have the same again. */
export function seedFor(onTestFailed: (tell: () => void) => void): number {
  const seed = Number(process.env['SALLYPORT_SEED'] ?? Date.now() % 1_000_000);
  onTestFailed(() => void process.stderr.write(`The same worlds again: SALLYPORT_SEED=${seed}\n`));
  return seed;
}

/** Something in a world, and everything that decides whether its client sees it. */
export interface Fact {
  id: string;
  companyId: string;
  isShown: boolean;
  isRestricted: boolean;
  isPublished: boolean;
  isForClient: boolean;
}

export interface World {
  companies: TestCompany[];
  project: Fact[];
  finding: Fact[];
  instance: Fact[];
  evidence: Fact[];
  report: Fact[];
}

/** Two clients with up to three projects each, and in these up to three findings and two reports. */
export async function makeWorld(db: TestDatabase, random: () => number): Promise<World> {
  const chance = (share: number) => random() < share;
  const upTo = (most: number) => Array.from({ length: Math.floor(random() * (most + 1)) });
  const companies = [await makeClient(db, { contacts: [] }), await makeClient(db, { contacts: [] })];
  const world: World = { companies, project: [], finding: [], instance: [], evidence: [], report: [] };
  for (const company of companies) {
    for (const _ of upTo(3)) {
      const place = { companyId: company.id, isShown: chance(0.7), isRestricted: chance(0.3) };
      const out = { ...place, isPublished: true, isForClient: true };
      const project = await makeProject(db, {
        company,
        isRestricted: place.isRestricted,
        shownAt: place.isShown ? new Date() : null,
      });
      world.project.push({ ...out, id: project.id });
      for (const _finding of upTo(3)) {
        const isPublished = chance(0.6);
        const finding = await makeFinding(db, project, { isPublished });
        world.finding.push({ ...out, id: finding.id, isPublished });
        if (chance(0.7)) world.instance.push({ ...out, id: await makeInstance(db, finding), isPublished });
        if (chance(0.7)) {
          const isForClient = chance(0.6);
          const evidence = await makeEvidence(db, finding, { audience: isForClient ? 'CLIENT' : 'INTERNAL' });
          world.evidence.push({ ...out, id: evidence.id, isPublished, isForClient });
        }
      }
      for (const _report of upTo(2)) {
        const isReleased = chance(0.5);
        const report = await makeReport(db, project, { isReleased });
        world.report.push({ ...out, id: report.id, isPublished: isReleased });
      }
    }
  }
  return world;
}
