import type { Approach, Result, ScannerVector, Severity, SeveritySource } from '@sallyport/contracts/common';
import type { MemberRole } from '@sallyport/contracts/staff';
import type { Tx } from '../client.ts';
import { Prisma } from '../generated/client.ts';

interface NamedPerson {
  name: string;
  title: string;
}
interface LogoFile {
  fileId: string;
  width: number;
  height: number;
}

/** Everything about a project that a report tells, beside its findings. Days as 2026-03-29. */
export interface ReportProject {
  name: string;
  reference: string;
  type: string;
  approach: Approach | null;
  description: string;
  testStart: string | null;
  testEnd: string | null;
  standards: string[];
  firm: { name: string; logo: LogoFile | null };
  client: { name: string; logo: LogoFile | null };
  members: (NamedPerson & { role: MemberRole })[];
  /** Active members of the groups that reports know by key, whatever they are called now (A6). */
  managers: NamedPerson[];
  projectManagers: NamedPerson[];
  contacts: (NamedPerson & { email: string })[];
  scope: { kind: string; target: string; note: string; isInScope: boolean }[];
  /** Released versions, oldest first. */
  releases: { major: number; minor: number; day: string; by: string }[];
}

const PERSON = Prisma.sql`jsonb_build_object('name', a.display_name, 'title', a.title)`;

function logoOf(alias: 'c' | 'firm'): Prisma.Sql {
  return Prisma.sql`(select jsonb_build_object('fileId', lf.id, 'width', lf.width, 'height', lf.height)
    from stored_file lf where lf.id = ${Prisma.raw(alias)}.logo_file_id)`;
}

function membersOfGroup(key: string): Prisma.Sql {
  return Prisma.sql`(select coalesce(jsonb_agg(${PERSON} order by a.display_name, a.id), '[]')
    from access_group g join membership m on m.group_id = g.id join account a on a.id = m.account_id
    where g.key = ${key} and a.status = 'ACTIVE' and (m.expires_at is null or m.expires_at > app.now())
      and (g.expires_at is null or g.expires_at > app.now()) and (a.expires_at is null or a.expires_at > app.now()))`;
}

/** One statement, whatever the size of the project. Null when there is no such project. */
export async function readReportProject(tx: Tx, projectId: string): Promise<ReportProject | null> {
  const [row] = await tx.$queryRaw<ReportProject[]>(Prisma.sql`
    select p.name, p.reference, t.name as type, p.approach, p.description, p.test_start::text as "testStart",
      p.test_end::text as "testEnd",
      (select coalesce(jsonb_agg(s.name order by s.position, s.name), '[]') from project_standard ps
        join report_standard s on s.id = ps.standard_id where ps.project_id = p.id) as standards,
      jsonb_build_object('name', firm.name, 'logo', ${logoOf('firm')}) as firm,
      jsonb_build_object('name', c.name, 'logo', ${logoOf('c')}) as client,
      (select coalesce(jsonb_agg(${PERSON} || jsonb_build_object('role', pm.role) order by a.display_name, a.id), '[]')
        from project_member pm join account a on a.id = pm.account_id where pm.project_id = p.id) as members,
      ${membersOfGroup('manager')} as managers, ${membersOfGroup('project-manager')} as "projectManagers",
      (select coalesce(jsonb_agg(jsonb_build_object('name', cc.name, 'title', cc.role, 'email', cc.email)
        order by cc.position, cc.id), '[]') from company_contact cc where cc.company_id = p.company_id) as contacts,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', si.kind, 'target', si.target, 'note', si.note,
        'isInScope', si.is_in_scope) order by si.position, si.id), '[]')
        from scope_item si where si.project_id = p.id) as scope,
      (select coalesce(jsonb_agg(jsonb_build_object('major', r.version_major, 'minor', r.version_minor,
        'day', to_char(r.released_at at time zone 'UTC', 'YYYY-MM-DD'), 'by', coalesce(ra.display_name, ''))
        order by r.version_major, r.version_minor), '[]')
        from report r left join account ra on ra.id = r.released_by_id
        where r.project_id = p.id and r.released_at is not null) as releases
    from project p join company c on c.id = p.company_id join project_type t on t.id = p.type_id
      join company firm on firm.kind = 'INTERNAL'
    where p.id = ${projectId}::uuid`);
  return row ?? null;
}

/** A finding as a report tells it. Evidence for the client alone: what is internal never gets here (C4). */
export interface ReportFindingRecord {
  id: string;
  reference: number | null;
  title: string;
  severity: Severity;
  severitySource: SeveritySource;
  cvss31Vector: string | null;
  cvss31Score: number | null;
  cvss40Vector: string | null;
  cvss40Score: number | null;
  scannerVectors: ScannerVector[];
  description: string;
  impact: string;
  steps: string;
  recommendation: string;
  links: string[];
  cwe: number[];
  cve: string[];
  result: Result;
  instances: { target: string; parameter: string; note: string; result: Result }[];
  evidence: { id: string; fileId: string; caption: string; alt: string; width: number; height: number }[];
}

/** All findings of a project, most severe first, then by reference and title. One statement. */
export function readReportFindings(tx: Tx, projectId: string): Promise<ReportFindingRecord[]> {
  return tx.$queryRaw<ReportFindingRecord[]>(Prisma.sql`
    select f.id, f.reference, f.title, f.severity, f.severity_source as "severitySource",
      f.cvss31_vector as "cvss31Vector", f.cvss31_score::float8 as "cvss31Score", f.cvss40_vector as "cvss40Vector",
      f.cvss40_score::float8 as "cvss40Score", f.scanner_vectors as "scannerVectors", f.description, f.impact, f.steps,
      f.recommendation, f.links, f.cwe, f.cve, f.result,
      (select coalesce(jsonb_agg(jsonb_build_object('target', i.target, 'parameter', i.parameter, 'note', i.note,
        'result', i.result) order by i.position, i.id), '[]') from instance i where i.finding_id = f.id) as instances,
      (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'fileId', e.file_id, 'caption', e.caption, 'alt', e.alt,
        'width', sf.width, 'height', sf.height) order by e.position, e.id), '[]')
        from evidence e join stored_file sf on sf.id = e.file_id
        where e.finding_id = f.id and e.audience = 'CLIENT' and sf.width is not null and sf.height is not null) as evidence
    from finding f where f.project_id = ${projectId}::uuid
    order by f.severity_rank desc, f.reference nulls last, f.title, f.id`);
}
