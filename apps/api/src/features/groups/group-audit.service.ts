import type { AuditFacts } from '../../audit/write-audit.ts';
import { isoOrNull } from '../wire.ts';
import { grantKeys } from './granted-set.service.ts';
import type { GroupPlan } from './group-plan.service.ts';

/** L1: grants before and after, and one row for each person who joins or leaves. */
export function auditOfChange({ grant, grants, changed, adds, removes }: GroupPlan): AuditFacts[] {
  return [
    {
      action: 'group.updated',
      objectType: 'group',
      objectId: grant.id,
      before: { grants: grantKeys(grant.row.grants) },
      after: { grants: grantKeys(grants), changed },
    },
    ...adds.map(({ account, reason, expiresAt }) => ({
      action: 'membership.added' as const,
      objectType: 'account' as const,
      objectId: account.person.id,
      reason,
      after: { groupId: grant.id, expiresAt: isoOrNull(expiresAt) },
    })),
    ...removes.map(({ person }) => membershipRemoved(grant.id, person.id)),
  ];
}

export function membershipRemoved(groupId: string, accountId: string): AuditFacts {
  return { action: 'membership.removed', objectType: 'account', objectId: accountId, before: { groupId } };
}
