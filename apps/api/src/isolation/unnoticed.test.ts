import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalRouter } from '../doors/portal.router.ts';
import { portalRoutes } from '../doors/portal.routes.ts';
import { typeOf } from '../doors/testing/test-doors.ts';
import { type Change, fingerprint, staffCall } from './testing/change.ts';
import { askedSubjects, differences, look, lookAtOne, NOBODYS_ID } from './testing/look.ts';
import { type Random, randomFrom, SEED } from './testing/random.ts';
import { ROW_CHANGES } from './testing/row-changes.ts';
import { STAFF_CHANGES } from './testing/staff-changes.ts';
import { makeWorld, type World } from './testing/world.ts';

const IS_DEEP = process.env['SALLYPORT_DEEP'] === '1';
/** The long version goes on and on (`npm run test:deep`). */
const ROUNDS = IS_DEEP ? 300 : 50;
/** Lists are asked after every change, all else after so many: what was done stays, so nothing is missed for good. */
const WHOLE_LOOK_EVERY = IS_DEEP ? 1 : 5;
const PATIENCE_MS = ROUNDS * 6_000;

let world: World;

beforeAll(async () => {
  world = await makeWorld(randomFrom(SEED));
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

test('every query and every route of the portal is looked at', () => {
  const queries = Object.keys(portalRouter._def.procedures).filter(
    (path) => typeOf(portalRouter, path) === 'query',
  );
  // What is uploaded asks nothing.
  const asked = portalRoutes.filter(({ method }) => method === 'GET');
  const routes = asked.map(({ method, url }) => `${method} ${url}`);
  expect([...askedSubjects(world)].toSorted()).toEqual([...queries, ...routes].toSorted());
});

test(
  `C3 whatever happens to others and to what is not out, no byte of any answer changes; then what comes out does (seed ${SEED})`,
  async () => {
    const { db } = world.doors;
    const before = await look(world);
    expect(differences(before, await look(world)), 'the same twice').toEqual([]);
    const nothing = await lookAtOne(world, NOBODYS_ID);
    let state = await fingerprint(world);
    const recent: string[] = [];
    for (const [round, change] of roundsOf(world.random).entries()) {
      recent.push(change.name);
      const where = `round ${round}, seed ${SEED}: ${recent.join('; then ')}`;
      // What happens, happens later; what is seen, is seen at the same moment as ever.
      await db.setNow(new Date(world.now.getTime() + (round + 1) * 1_000));
      const made = await change.run(world);
      await db.setNow(world.now);
      const changed = await fingerprint(world);
      expect(changed, `${where} changed nothing`).not.toBe(state);
      state = changed;
      const isWhole = (round + 1) % WHOLE_LOOK_EVERY === 0;
      expect(differences(before, await look(world, isWhole)), where).toEqual([]);
      if (isWhole) recent.length = 0;
      for (const id of made) expect(await lookAtOne(world, id), where).toEqual(nothing);
    }

    const [draft] = world.shown.drafts;
    await staffCall(world, 'findings.publishFindings', {
      projectId: world.shown.project.id,
      findingIds: [draft?.id],
    });
    const noticed = differences(before, await look(world)).map((line) => line.split('\n')[0] ?? '');
    const told = ['home.getHome', 'projects.listProjects', 'projects.getProject', 'findings.listFindings'];
    const single = ['findings.getFinding', 'GET /files/evidence/:evidenceId'];
    for (const subject of told) expect(noticed.join('\n')).toContain(`viewer: ${subject}`);
    for (const subject of [...told, ...single])
      expect(noticed.join('\n')).toContain(`administrator: ${subject}`);
    expect(noticed.join('\n')).not.toContain('nobody:');
  },
  PATIENCE_MS,
);

/** Half through the real procedures, half underneath; every kind of change before any comes again. */
function roundsOf(random: Random): Change[] {
  const endless = (kinds: readonly Change[]) => {
    let left: Change[] = [];
    return () => {
      if (left.length === 0) left = random.shuffle(kinds);
      const next = left.pop();
      if (!next) throw new Error('there are no changes');
      return next;
    };
  };
  const [byStaff, underneath] = [endless(STAFF_CHANGES), endless(ROW_CHANGES)];
  return Array.from({ length: ROUNDS }, (_, round) => (round % 2 === 0 ? byStaff() : underneath()));
}
