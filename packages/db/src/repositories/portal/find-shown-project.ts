import type { ShownFacts } from '@sallyport/access';
import type { Approach, ScopeKind } from '@sallyport/contracts/common';
import type { Tx } from '../../client.ts';
import { Prisma } from '../../generated/client.ts';

/** A project as its client sees it. Nothing in it moves when something unpublished does (C3). */
export interface ShownProjectRecord {
  id: string;
  companyId: string;
  reference: string;
  name: string;
  type: string;
  approach: Approach | null;
  description: string;
  /** As 2026-03-29. */
  testStart: string | null;
  testEnd: string | null;
  completedAt: Date | null;
  standards: string[];
  /** Display names of its leads (C4). */
  leads: string[];
  scope: { id: string; kind: ScopeKind; target: string; note: string; isInScope: boolean }[];
}

/** One project in one statement, if `shown` (about project `p`) lets it through. */
export async function findShownProject(
  tx: Tx,
  id: string,
  shown: Prisma.Sql,
): Promise<{ row: ShownProjectRecord; facts: ShownFacts } | null> {
  const [row] = await tx.$queryRaw<ShownProjectRecord[]>(Prisma.sql`
    select p.id, p.company_id as "companyId", p.reference, p.name, t.name as type, p.approach, p.description,
      p.test_start::text as "testStart", p.test_end::text as "testEnd", p.completed_at as "completedAt",
      (select coalesce(jsonb_agg(s.name order by s.position, s.name), '[]') from project_standard ps
        join report_standard s on s.id = ps.standard_id where ps.project_id = p.id) as standards,
      (select coalesce(jsonb_agg(l.display_name), '[]') from portal.project_leads(p.id) l) as leads,
      (select coalesce(jsonb_agg(jsonb_build_object('id', si.id, 'kind', si.kind, 'target', si.target,
          'note', si.note, 'isInScope', si.is_in_scope) order by si.position, si.id), '[]')
        from scope_item si where si.project_id = p.id) as scope
    from project p join project_type t on t.id = p.type_id
    where p.id = ${id}::uuid and (${shown})`);
  return row ? { row, facts: factsOf(row) } : null;
}

function factsOf({ companyId }: ShownProjectRecord): ShownFacts {
  // The clause that let it through is the proof of these.
  return { companyId, isProjectShown: true, isProjectRestricted: false, isOut: true };
}
