import type { ProjectStatus } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { countUpTo, type Keyset, keysetPage } from '../keyset/keyset.ts';
import { containing, type ListPage } from './list-page.ts';
import { PROJECT_TABLES, type ProjectRowRecord, projectColumns } from './project-rows.ts';

type ProjectSort = 'name' | 'testStart' | 'testEnd' | 'createdAt';

export interface ProjectFilter {
  search: string;
  companyId?: string | undefined;
  status: readonly ProjectStatus[];
  isMine?: boolean | undefined;
  sort: { field: ProjectSort; direction: 'asc' | 'desc' };
  cursor?: string | undefined;
  limit: number;
}

/** Who looks, and on which day: statuses go by dates. */
export interface ProjectViewer {
  accountId: string;
  today: string;
}

const KEYSET: Keyset<ProjectSort> = {
  columns: {
    name: { sql: Prisma.sql`p.name`, type: 'text' },
    testStart: { sql: Prisma.sql`p.test_start`, type: 'date', isNullable: true },
    testEnd: { sql: Prisma.sql`p.test_end`, type: 'date', isNullable: true },
    createdAt: { sql: Prisma.sql`p.created_at`, type: 'timestamptz' },
  },
  id: { sql: Prisma.sql`p.id`, type: 'uuid' },
};

/** One page of projects, and how many match: two statements. @throws InvalidCursor */
export async function listProjects(
  tx: Tx,
  filter: ProjectFilter,
  viewer: ProjectViewer,
  visible: Prisma.Sql,
): Promise<ListPage<ProjectRowRecord>> {
  const where = [visible, ...matches(filter, viewer)];
  const { sort, cursor, limit } = filter;
  const page = await keysetPage<ProjectRowRecord, ProjectSort>(tx, KEYSET, {
    select: projectColumns(viewer.accountId),
    from: PROJECT_TABLES,
    where,
    sort,
    cursor,
    limit,
  });
  return { ...page, total: await countUpTo(tx, { from: PROJECT_TABLES, where }) };
}

function matches({ search, companyId, status, isMine }: ProjectFilter, viewer: ProjectViewer): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (search !== '') {
    const term = containing(search);
    parts.push(Prisma.sql`p.name ilike ${term} or p.reference ilike ${term} or c.name ilike ${term}`);
  }
  if (companyId !== undefined) parts.push(Prisma.sql`p.company_id = ${companyId}::uuid`);
  if (status.length > 0) {
    parts.push(Prisma.sql`(${statusOn(viewer.today)}) in (${Prisma.join([...status])})`);
  }
  if (isMine !== undefined) {
    const mine = Prisma.sql`exists (select from project_member m
      where m.project_id = p.id and m.account_id = ${viewer.accountId}::uuid)`;
    parts.push(isMine ? mine : Prisma.sql`not ${mine}`);
  }
  return parts;
}

/** Where a project stands on a day: by its dates until it is completed. */
function statusOn(today: string): Prisma.Sql {
  return Prisma.sql`case when p.completed_at is not null then 'COMPLETED'
    when coalesce(p.test_start, p.test_end) <= ${today}::date then 'IN_PROGRESS' else 'UPCOMING' end`;
}
