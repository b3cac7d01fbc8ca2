import type { ProjectFacts } from '@sallyport/access';
import { Prisma } from '../generated/client.ts';
import { type PersonRecord, personJson } from './user-record.ts';

type MemberRoleRecord = 'OWNER' | 'TESTER' | 'REVIEWER' | 'OBSERVER';

export interface ProjectMemberRecord {
  person: PersonRecord;
  role: MemberRoleRecord;
  addedAt: Date;
}

interface MemberFactsJson {
  accountId: string;
  role: MemberRoleRecord;
}

/** What the access rules need to know of a project. */
export interface ProjectFactsRow {
  memberFacts: MemberFactsJson[];
  isRestricted: boolean;
  completedAt: Date | null;
}

/** The columns of ProjectFactsRow. Expects the project as `p`. */
export const PROJECT_FACTS_COLUMNS = Prisma.sql`p.is_restricted as "isRestricted", p.completed_at as "completedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('accountId', pm.account_id, 'role', pm.role) order by pm.account_id), '[]')
    from project_member pm where pm.project_id = p.id) as "memberFacts"`;

const TEAM_ROLE = { TESTER: 'tester', REVIEWER: 'reviewer', OBSERVER: 'observer' } as const;

export function projectFacts({ memberFacts, isRestricted, completedAt }: ProjectFactsRow): ProjectFacts {
  return {
    ownerIds: memberFacts.filter(({ role }) => role === 'OWNER').map(({ accountId }) => accountId),
    team: memberFacts.flatMap(({ accountId, role }) =>
      role === 'OWNER' ? [] : [{ accountId, role: TEAM_ROLE[role] }],
    ),
    isRestricted,
    isCompleted: completedAt !== null,
  };
}

/** Owners and team with their names, owners first. Expects the project as `p`. */
export const MEMBERS_JSON = Prisma.sql`(select coalesce(jsonb_agg(jsonb_build_object(
    'person', ${personJson('ma')}, 'role', pm.role, 'addedAt', pm.added_at)
    order by pm.role <> 'OWNER', ma.display_name, ma.id), '[]')
  from project_member pm join account ma on ma.id = pm.account_id where pm.project_id = p.id)`;
