import type { TestFinding } from '@sallyport/testing';
import type { Answer } from '../../doors/testing/test-doors.ts';
import type { World } from './world.ts';

/** One thing that customers of our company must not notice. Answers the ids of what it made, if any. */
export interface Change {
  name: string;
  run: (world: World) => Promise<readonly string[]>;
}

let count = 0;

/** A text that no other change used. */
export function fresh(what: string): string {
  count += 1;
  return `${what} ${count}`;
}

/** Calls a staff procedure as the lead. @throws when it was refused: then nothing changed */
export async function staffCall<Data>(world: World, path: string, input: object): Promise<Data> {
  const answer = await world.doors.staff.call(path, input, world.lead);
  demand(answer, path);
  return answer.data<Data>();
}

export async function staffUpload(world: World, url: string, body: Buffer): Promise<{ id: string }> {
  const answer = await world.doors.staff.send(url, { as: world.lead.as, body, name: 'inside.png' });
  demand(answer, url);
  return JSON.parse(answer.text) as { id: string };
}

function demand({ status, text }: Answer, what: string): void {
  if (status !== 200) throw new Error(`${what} was refused: ${text}`);
}

/** Runs SQL as the owner. @throws when it changed no row */
export async function sql(
  { doors }: World,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly string[]> {
  const { rowCount } = await doors.db.owner.query(text, [...values]);
  if (!rowCount) throw new Error(`nothing changed: ${text}`);
  return [];
}

/** Projects in which staff may still write, and nothing new is seen by our customers. */
export function writable({ shown, hidden, foreign }: World) {
  return [shown, hidden, foreign];
}

/** A draft that was never out, of one of these projects; made when there is none. */
export async function someDraft(
  world: World,
  make: (project: { id: string; companyId: string }) => Promise<TestFinding>,
): Promise<TestFinding> {
  const project = world.random.pick(writable(world)).project;
  const { rows } = await world.doors.db.owner.query<TestFinding>(
    `SELECT id, project_id AS "projectId", company_id AS "companyId", reference, title, severity, version
     FROM finding WHERE project_id = $1 AND first_published_at IS NULL AND NOT id = ANY ($2)
     ORDER BY created_at, title`,
    [project.id, world.spare.map(({ id }) => id)],
  );
  return rows.length === 0 ? make(project) : world.random.pick(rows);
}

/** A draft that hangs together with nothing, to be deleted. */
export function spareDraft({ spare }: World): TestFinding {
  const draft = spare.pop();
  if (!draft) throw new Error('no draft is left to be deleted');
  return draft;
}

/** A fingerprint of everything that a change could touch: two differ exactly when something did. */
export async function fingerprint({ doors: { db } }: World): Promise<string> {
  const parts = TABLES.map(
    (table) =>
      `SELECT '${table}' AS name, md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM ${table} AS t`,
  );
  const { rows } = await db.owner.query<{ name: string; hash: string }>(parts.join(' UNION ALL '));
  return rows.map(({ name, hash }) => `${name}=${hash}`).join();
}

const TABLES = [
  'company',
  'company_contact',
  'account',
  'membership',
  'access_group',
  'project',
  'project_standard',
  'project_member',
  'scope_item',
  'finding',
  'instance',
  'evidence',
  'stored_file',
  'file_key',
  'scan_import',
  'scan_import_finding',
  'report',
  'report_finding',
  'api_token',
];
