import { afterAll, beforeAll, expect, test } from 'vitest';
import { pngOf } from '../doors/testing/evidence.ts';
import { sql, staffCall, staffUpload } from './testing/change.ts';
import { look } from './testing/look.ts';
import { randomFrom, SEED } from './testing/random.ts';
import { makeWorld, type World } from './testing/world.ts';

let world: World;
const own = ['canary-file-name', 'canary-other-reason', 'canary-token', 'canary-release', 'canary-problem'];
const [fileName, reason, token, alias, problem] = own as [string, string, string, string, string];

beforeAll(async () => {
  world = await makeWorld(randomFrom(SEED));
  const { shown, lead, doors } = world;
  // A picture for the client keeps inside what the tester called it.
  const [, second] = shown.published;
  const { id } = await doors.staff
    .send(`/upload/evidence/${second?.id}`, { as: lead.as, body: await pngOf(), name: `${fileName}.png` })
    .then(({ text }) => JSON.parse(text) as { id: string });
  const words = { caption: 'The console', alt: 'A console', audience: 'CLIENT' };
  await staffCall(world, 'evidence.updateEvidence', { findingId: second?.id, evidenceId: id, ...words });
  await staffUpload(world, `/upload/logos/${world.ours.id}`, await pngOf());
  await sql(world, 'UPDATE account SET title = $2 WHERE id = $1', [world.tester.id, alias]);
  await sql(world, `UPDATE report SET problem = $2, state = 'FAILED', file_id = NULL WHERE id = $1`, [
    shown.draftReportId,
    problem,
  ]);
  await doors.db.owner.query(
    `INSERT INTO api_token (account_id, name, secret_hash, scopes, created_via, expires_at)
     VALUES ($1, $2, sha256('x'), '[]', 'CLI', app.now() + interval '1 day')`,
    [lead.account.id, token],
  );
  const [, , third] = world.foreign.published;
  const input = { projectId: world.foreign.project.id, findingIds: [third?.id], reason };
  await staffCall(world, 'findings.unpublishFindings', input);
}, 120_000);
afterAll(() => world[Symbol.asyncDispose]());

/** Every row of every table as text. */
async function everythingStored({ doors: { db } }: World): Promise<string> {
  const { rows: tables } = await db.owner.query<{ name: string }>(
    `SELECT format('%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const texts = tables.map(
    ({ name }) => `SELECT coalesce(string_agg(t::text, ' '), '') AS text FROM ${name} AS t`,
  );
  const { rows } = await db.owner.query<{ text: string }>(texts.join(' UNION ALL '));
  return rows.map(({ text }) => text).join(' ');
}

test('C3 C4 no internal text, and none of another client, stands in any answer of the portal', async () => {
  const canaries = [...world.canaries, ...own];
  expect(canaries.length).toBeGreaterThan(150);
  const stored = await everythingStored(world);
  expect(
    canaries.filter((canary) => !stored.includes(canary)),
    'all of them are in the database',
  ).toEqual([]);

  const sight = await look(world);
  const answers = [...sight.values()].join('\n').toLowerCase();
  // What is out is there, so the texts that are looked for would be found.
  for (const known of ['weakness 1', 'what follows.', '1. open it.', 'the answer of the server', 'lena lead'])
    expect(answers).toContain(known);
  const asked = /"search":"canary"/;
  const seen = [...sight].filter(([name, text]) => text.includes('canary') && !asked.test(name));
  expect(seen).toEqual([]);
  expect(canaries.filter((canary) => answers.includes(canary.toLowerCase()))).toEqual([]);
});
