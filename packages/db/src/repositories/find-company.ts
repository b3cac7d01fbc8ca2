import type { CompanyFacts } from '@sallyport/access';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

export interface CompanyContactRecord {
  id: string;
  name: string;
  role: string;
  email: string;
  phone: string;
  isEmergency: boolean;
}

export interface CompanyProfileRecord {
  legalName: string;
  address: string;
  website: string;
  notes: string;
  contacts: CompanyContactRecord[];
}

/** A client company as its detail page needs it. */
export interface CompanyRecord {
  id: string;
  name: string;
  logoFileId: string | null;
  archivedAt: Date | null;
  createdAt: Date;
  version: number;
  /** Projects that the viewer sees. */
  projectCount: number;
  openProjectCount: number;
  /** Null where the viewer may not read customers. */
  customerCount: number | null;
  /** Null where the viewer reads name and logo alone. */
  profile: CompanyProfileRecord | null;
}

/** Where-clauses about company `c`, its projects `p` and its customers `a`. */
export interface CompanySight {
  company: Prisma.Sql;
  profile: Prisma.Sql;
  project: Prisma.Sql;
  customer: Prisma.Sql;
  /** Whether the viewer is owner or team of one of its projects. */
  isOnProject: Prisma.Sql;
  /** Whether the viewer reads any of its customers. */
  readsCustomers: Prisma.Sql;
}

interface CompanyRow extends CompanyRecord {
  isOnProject: boolean;
}

/** One client company in one statement, with as much of it as `sight` lets through. */
export async function findCompany(
  tx: Tx,
  id: string,
  sight: CompanySight,
): Promise<{ row: CompanyRecord; facts: CompanyFacts } | null> {
  const [found] = await tx.$queryRaw<CompanyRow[]>(Prisma.sql`
    select c.id, c.name, c.logo_file_id as "logoFileId", c.archived_at as "archivedAt", c.created_at as "createdAt",
      c.version, projects.total as "projectCount", projects.open as "openProjectCount",
      case when ${sight.readsCustomers} then (select count(*)::int from account a
        where a.company_id = c.id and (${sight.customer})) end as "customerCount",
      case when ${sight.profile} then jsonb_build_object('legalName', c.legal_name, 'address', c.address,
        'website', c.website, 'notes', c.notes, 'contacts', ${CONTACTS_JSON}) end as profile,
      (${sight.isOnProject}) as "isOnProject"
    from company c, lateral (select count(*)::int as total, count(*) filter (where p.completed_at is null)::int as open
      from project p where p.company_id = c.id and (${sight.project})) projects
    where c.id = ${id}::uuid and (${sight.company})`);
  if (!found) return null;
  const { isOnProject, ...row } = found;
  return { row, facts: { seesProject: row.projectCount > 0, isOnProject } };
}

const CONTACTS_JSON = Prisma.sql`(select coalesce(jsonb_agg(jsonb_build_object('id', cc.id, 'name', cc.name,
    'role', cc.role, 'email', cc.email, 'phone', cc.phone, 'isEmergency', cc.is_emergency)
    order by cc.position, cc.id), '[]')
  from company_contact cc where cc.company_id = c.id)`;
