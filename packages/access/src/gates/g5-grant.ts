import { Audience } from '@sallyport/contracts/common';
import { PORTAL_PERMISSION_REGISTRY, type PortalPermission } from '@sallyport/contracts/portal';
import { PERMISSION_REGISTRY, type Permission, Reach } from '@sallyport/contracts/staff';
import type { ActionRow } from '../action-row.ts';
import { isAdmin } from '../rules/is-admin.ts';
import { portalSet } from '../sets/portal-set.ts';
import { staffSet } from '../sets/staff-set.ts';
import type { Refusal } from '../verdict.ts';
import { either } from '../words.ts';
import type { EntryGate } from './gate.ts';

/**
 * G5: the permission is in the union of live groups. Admins skip it in effect, because to them permNow is everything;
 * what only an Admin may do is asked here too.
 */
export const grant: EntryGate = {
  key: 'G5',
  label: 'Grant',
  hides: false,
  check: ({ account, staff, portal }, row) => {
    if (row.isAdminOnly && !isAdmin(account)) {
      return ADMINS_ONLY;
    }
    if (row.anyOf.length === 0) return null;
    if (row.audience === Audience.Staff) {
      for (const permission of row.anyOf) if (staffSet.has(staff.now, permission)) return null;
      return refusalFor(row);
    }
    for (const permission of row.anyOf) if (portalSet.has(portal.now, permission)) return null;
    return refusalFor(row);
  },
  passed: (row) => {
    if (row.isAdminOnly) return 'The account is an Admin.';
    if (row.anyOf.length === 0) return 'This takes no permission.';
    const labels = row.audience === Audience.Staff ? row.anyOf.map(staffLabel) : row.anyOf.map(portalLabel);
    return `The account holds ${either(labels)}.`;
  },
};

const ADMINS_ONLY: Refusal = Object.freeze({
  rule: null,
  message: 'Only an Admin may do this. Ask an Admin.',
});

/** Rows are few and never change, so each refusal is written once. */
const written = new Map<ActionRow, Refusal>();

function refusalFor(row: ActionRow): Refusal {
  const known = written.get(row);
  if (known !== undefined) return known;
  const refusal = Object.freeze(
    row.audience === Audience.Staff
      ? { ...needs(row.anyOf.map(staffLabel)), missing: missingOf(row.anyOf) }
      : needs(row.anyOf.map(portalLabel)),
  );
  written.set(row, refusal);
  return refusal;
}

function needs(labels: readonly string[]): Refusal {
  return { rule: null, message: `This takes ${either(labels)}. Ask someone who may give it to you.` };
}

/** The least that would have sufficed; reach is the next gate's question. */
function missingOf(anyOf: readonly Permission[]) {
  return anyOf.map((permission) => ({
    permission,
    reach: PERMISSION_REGISTRY[permission].hasReach ? Reach.Assigned : null,
  }));
}

function staffLabel(permission: Permission): string {
  return PERMISSION_REGISTRY[permission].label;
}

function portalLabel(permission: PortalPermission): string {
  return PORTAL_PERMISSION_REGISTRY[permission].label;
}
