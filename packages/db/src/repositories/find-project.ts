import type { ProjectFacts } from '@sallyport/access';
import type { Approach, SeverityCounts } from '@sallyport/contracts/common';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import {
  MEMBERS_JSON,
  PROJECT_FACTS_COLUMNS,
  type ProjectFactsRow,
  type ProjectMemberRecord,
  projectFacts,
} from './project-facts.ts';
import { type PersonRecord, personJson } from './user-record.ts';

/** A project as its detail page needs it. Days are written as 2026-03-29. */
export interface ProjectRecord {
  id: string;
  companyId: string;
  company: { id: string; name: string; logoFileId: string | null };
  reference: string;
  name: string;
  typeId: string;
  type: string;
  approach: Approach | null;
  description: string;
  testStart: string | null;
  testEnd: string | null;
  isRestricted: boolean;
  /** Since when customers see the project. */
  shownAt: Date | null;
  completedAt: Date | null;
  completedBy: PersonRecord | null;
  standards: { id: string; name: string }[];
  /** Owners first. */
  members: ProjectMemberRecord[];
  findings: SeverityCounts;
  findingCount: number;
  publishedCount: number;
  scopeCount: number;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

type MemberJson = Omit<ProjectMemberRecord, 'addedAt'> & { addedAt: string };
type ProjectRow = Omit<ProjectRecord, 'members'> & { members: MemberJson[] } & ProjectFactsRow;

/** One project in one statement, if `visible` (about project `p`) lets it through. */
export async function findProject(
  tx: Tx,
  id: string,
  visible: Prisma.Sql,
): Promise<{ row: ProjectRecord; facts: ProjectFacts } | null> {
  const [found] = await tx.$queryRaw<ProjectRow[]>(Prisma.sql`
    select p.id, p.company_id as "companyId",
      jsonb_build_object('id', c.id, 'name', c.name, 'logoFileId', c.logo_file_id) as company,
      p.reference, p.name, p.type_id as "typeId", t.name as type, p.approach, p.description,
      p.test_start::text as "testStart", p.test_end::text as "testEnd", p.shown_at as "shownAt",
      ${PROJECT_FACTS_COLUMNS}, ${personJson('cb')} as "completedBy",
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.position, s.name), '[]')
        from project_standard ps join report_standard s on s.id = ps.standard_id where ps.project_id = p.id) as standards,
      ${MEMBERS_JSON} as members, found.counts as findings, found.total as "findingCount",
      found.published as "publishedCount",
      (select count(*)::int from scope_item si where si.project_id = p.id) as "scopeCount",
      p.created_at as "createdAt", p.updated_at as "updatedAt", p.version
    from project p join company c on c.id = p.company_id join project_type t on t.id = p.type_id
      left join account cb on cb.id = p.completed_by_id,
      lateral (select count(*)::int as total, (count(f.published_at))::int as published, jsonb_build_object(
          'critical', count(*) filter (where f.severity = 'critical'), 'high', count(*) filter (where f.severity = 'high'),
          'medium', count(*) filter (where f.severity = 'medium'), 'low', count(*) filter (where f.severity = 'low'),
          'info', count(*) filter (where f.severity = 'info')) as counts
        from finding f where f.project_id = p.id) found
    where p.id = ${id}::uuid and (${visible})`);
  if (!found) return null;
  const { memberFacts, members, ...row } = found;
  return {
    row: {
      ...row,
      members: members.map((member) => ({ ...member, addedAt: new Date(member.addedAt) })),
    },
    facts: projectFacts({ ...row, memberFacts }),
  };
}
