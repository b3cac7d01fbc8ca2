import { GroupChangeEffect, Permission, PreviewGroupChangeInput } from '@sallyport/contracts/staff';
import { procedure } from '../../trpc/procedure.ts';
import { groupChecks } from './group-checks.ts';
import { groupEffect } from './group-effect.ts';
import { changeCount, planGroupChange } from './group-plan.service.ts';

/** A9: what saving would do, by name; the same work as updateGroup up to the write. */
export const previewGroupChange = procedure
  .staff({
    permission: [Permission.ManageUsers, Permission.ManageCustomers],
    on: 'group',
    action: 'group.read',
  })
  .input(PreviewGroupChangeInput)
  .output(GroupChangeEffect)
  .query(async ({ call, grant, input }) => {
    call.authorize({ action: 'group.read', audience: grant.row.audience });
    const plan = await planGroupChange(call, grant, input);
    const { checks, ...answer } = await groupChecks(call, plan);
    const { unaffected, ...effect } = groupEffect(plan, call.principal.now);
    return {
      ...answer,
      ...effect,
      changeCount: changeCount(plan),
      checks: [
        ...checks,
        ...unaffected.map((message) => ({ outcome: 'passed' as const, rule: 'A8', message })),
      ],
    };
  });
