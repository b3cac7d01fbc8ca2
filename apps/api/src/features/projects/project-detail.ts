import { ErrorCode } from '@sallyport/contracts/common';
import type { ProjectDetail } from '@sallyport/contracts/staff';
import { findVisible, type Grant } from '@sallyport/db';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { AppError } from '../../trpc/errors.ts';
import { iso, isoOrNull } from '../wire.ts';
import { projectAbilities } from './project-abilities.ts';
import { dayOf } from './project-status.service.ts';
import { projectRow } from './project-view.ts';

type Detail = z.input<typeof ProjectDetail>;

/** Everything that the page about a project shows, and what the caller may do there. */
export function projectDetail({ principal }: Call, { row, facts }: Grant<'project'>): Detail {
  const { members, shownAt, completedAt, completedBy, createdAt, version } = row;
  const { typeId, approach, description, standards, scopeCount, findingCount, publishedCount } = row;
  const { logoFileId, ...company } = row.company;
  const own = members.find(({ person }) => person.id === principal.account.id);
  return {
    ...projectRow(
      {
        ...row,
        company: { ...company, hasLogo: logoFileId !== null },
        leads: members.filter(({ role }) => role === 'OWNER').map(({ person }) => person),
        myRole: own?.role ?? null,
      },
      dayOf(principal.now),
    ),
    typeId,
    approach,
    description,
    standards,
    members: members.map((member) => ({ ...member, addedAt: iso(member.addedAt) })),
    scopeCount,
    findingCount,
    publishedCount,
    shownAt: isoOrNull(shownAt),
    completedAt: isoOrNull(completedAt),
    completedBy,
    createdAt: iso(createdAt),
    version,
    abilities: projectAbilities(principal, facts),
  };
}

/** The same after a change, read again. */
export async function reloadedProjectDetail(call: Call, id: string): Promise<Detail> {
  const grant = await findVisible(call.tx, call.principal, 'project', id);
  if (!grant) throw new AppError(ErrorCode.NotFound);
  return projectDetail(call, grant);
}
