import { decide } from '@sallyport/access';
import { Audience } from '@sallyport/contracts/common';
import { PORTAL_PERMISSION_REGISTRY } from '@sallyport/contracts/portal';
import { type GroupChangeEffect, type GroupGrants, PERMISSION_REGISTRY } from '@sallyport/contracts/staff';
import type { z } from 'zod';
import type { Call } from '../../trpc/call.ts';
import { isNameRefused, NAME_TAKEN } from './group-name.ts';
import type { GroupPlan } from './group-plan.service.ts';

type Check = z.input<typeof GroupChangeEffect>['checks'][number];

/** What saving would ask, and its answers: the same decision and the same name rule. */
export async function groupChecks(
  { tx, principal }: Call,
  plan: GroupPlan,
): Promise<{ checks: Check[]; isAllowed: boolean; needsConfirmation: boolean }> {
  const decision = decide(principal, plan.request);
  const needsConfirmation = !decision.allowed && decision.reason.gate === 'G8';
  const checks: Check[] = [];
  if (!decision.allowed && !needsConfirmation) {
    const { rule, message } = decision.reason;
    checks.push({ outcome: 'refused', rule: rule ?? 'Who may change groups', message });
  } else {
    checks.push({
      outcome: 'passed',
      rule: 'A1',
      message: 'You may give and take all that this change does.',
    });
  }
  if (plan.changed.includes('name') && (await isNameRefused(tx, plan.name, plan.grant.row))) {
    checks.push({ outcome: 'refused', rule: 'A6', message: NAME_TAKEN });
  }
  checks.push(...missingCompanions(plan.grants));
  return { checks, isAllowed: checks.every(({ outcome }) => outcome !== 'refused'), needsConfirmation };
}

/** Permissions that are of little use without another, which the group does not give. */
function missingCompanions(grants: GroupGrants): Check[] {
  const entries =
    grants.audience === Audience.Staff
      ? grants.staff.map(({ permission }) => ({
          permission: permission as string,
          ...PERMISSION_REGISTRY[permission],
        }))
      : grants.customer.map((permission) => ({
          permission: permission as string,
          ...PORTAL_PERMISSION_REGISTRY[permission],
        }));
  const given = new Set(entries.map(({ permission }) => permission));
  const labels: Readonly<Record<string, { label: string }>> = {
    ...PERMISSION_REGISTRY,
    ...PORTAL_PERMISSION_REGISTRY,
  };
  return entries.flatMap(({ label, dependsOn }) =>
    dependsOn
      .filter((needed) => !given.has(needed))
      .map((needed) => ({
        outcome: 'warning' as const,
        rule: 'Useful together',
        message: `${label} is of little use without ${labels[needed]?.label ?? needed}.`,
      })),
  );
}
