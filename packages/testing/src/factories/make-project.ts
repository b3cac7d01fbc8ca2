import type { TestDatabase } from '../test-database.ts';
import { nextNumber } from './insert.ts';
import { makeStaff } from './make-account.ts';
import { makeClient } from './make-client.ts';

export interface TestProject {
  id: string;
  companyId: string;
  reference: string;
  name: string;
  ownerIds: readonly string[];
  version: number;
}

type TeamRole = 'TESTER' | 'REVIEWER' | 'OBSERVER';

export interface ProjectInput {
  /** Default: a new client. */
  company?: { id: string };
  name?: string;
  /** Default: one new member of staff. */
  owners?: readonly { id: string }[];
  team?: readonly { account: { id: string }; role: TeamRole }[];
  isRestricted?: boolean;
  shownAt?: Date | null;
  completedAt?: Date | null;
  /** As 2026-03-29. */
  testStart?: string;
  testEnd?: string;
  description?: string;
  createdAt?: Date;
}

/** A project with its owners and team, not shown to customers unless told otherwise. One statement, because of its owners. */
export async function makeProject(db: TestDatabase, input: ProjectInput = {}): Promise<TestProject> {
  const company = input.company ?? (await makeClient(db));
  const owners = input.owners ?? [await makeStaff(db)];
  const team = input.team ?? [];
  const { rows } = await db.owner.query<Omit<TestProject, 'ownerIds'>>(
    `WITH made AS (
       INSERT INTO project (company_id, reference, name, type_id, is_restricted, shown_at, completed_at, test_start,
         test_end, description, created_by_id, created_at)
       SELECT $1, $2, $3, t.id, $4, $5, $6, $7, $8, $9, $10, coalesce($11, app.now())
       FROM project_type AS t ORDER BY t.position LIMIT 1
       RETURNING id, company_id, reference, name, version),
     members AS (
       INSERT INTO project_member (project_id, account_id, role)
       SELECT made.id, m.account, m.role FROM made, unnest($12::uuid[], $13::text[]) AS m (account, role))
     SELECT id, company_id AS "companyId", reference, name, version FROM made`,
    [
      company.id,
      nextReference(),
      input.name ?? `Project ${nextNumber()}`,
      input.isRestricted ?? false,
      input.shownAt,
      input.completedAt,
      input.testStart,
      input.testEnd,
      input.description ?? '',
      owners[0]?.id,
      input.createdAt,
      [...owners.map(({ id }) => id), ...team.map(({ account }) => account.id)],
      [...owners.map(() => 'OWNER'), ...team.map(({ role }) => role)],
    ],
  );
  const [project] = rows;
  if (!project) throw new Error('The database has no type of project.');
  return { ...project, ownerIds: owners.map(({ id }) => id) };
}

const IN_CROCKFORD: Readonly<Record<string, string>> = { I: 'W', L: 'X', O: 'Y', U: 'Z' };

/** Counted and not random: a test makes thousands of projects, and two of them must not meet. */
function nextReference(): string {
  const digits = nextNumber().toString(32).toUpperCase().padStart(5, '0');
  return `SP-${digits.replace(/[ILOU]/g, (letter) => IN_CROCKFORD[letter] ?? letter)}`;
}
