import type { SeverityCounts } from '@sallyport/contracts/common';
import type { MemberRole } from '@sallyport/contracts/staff';
import { Prisma } from '../generated/client.ts';
import { type PersonRecord, personJson } from './user-record.ts';

/** A project as lists show it. Days are text, as 2026-03-29. */
export interface ProjectRowRecord {
  id: string;
  reference: string;
  name: string;
  company: { id: string; name: string; hasLogo: boolean };
  type: string;
  testStart: string | null;
  testEnd: string | null;
  completedAt: Date | null;
  isRestricted: boolean;
  leads: PersonRecord[];
  findings: SeverityCounts;
  /** What the viewer is on it. */
  myRole: MemberRole | null;
  updatedAt: Date;
}

/** Where the columns of a project come from: `p`, its company `c`, its type `t`. */
export const PROJECT_TABLES = Prisma.sql`project p join company c on c.id = p.company_id
  join project_type t on t.id = p.type_id`;

/** The columns of ProjectRowRecord over PROJECT_TABLES. */
export function projectColumns(viewerId: string): Prisma.Sql {
  return Prisma.sql`p.id, p.reference, p.name, t.name as type,
    jsonb_build_object('id', c.id, 'name', c.name, 'hasLogo', c.logo_file_id is not null) as company,
    to_char(p.test_start, 'YYYY-MM-DD') as "testStart", to_char(p.test_end, 'YYYY-MM-DD') as "testEnd",
    p.completed_at as "completedAt", p.is_restricted as "isRestricted", p.updated_at as "updatedAt",
    (select coalesce(jsonb_agg(${personJson('a')} order by a.display_name, a.id), '[]')
      from project_member m join account a on a.id = m.account_id
      where m.project_id = p.id and m.role = 'OWNER') as leads,
    (select jsonb_build_object('critical', count(*) filter (where f.severity = 'critical'),
        'high', count(*) filter (where f.severity = 'high'), 'medium', count(*) filter (where f.severity = 'medium'),
        'low', count(*) filter (where f.severity = 'low'), 'info', count(*) filter (where f.severity = 'info'))
      from finding f where f.project_id = p.id) as findings,
    (select m.role from project_member m where m.project_id = p.id and m.account_id = ${viewerId}::uuid) as "myRole"`;
}
