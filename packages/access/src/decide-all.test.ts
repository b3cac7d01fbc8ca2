import { describe, expect, it } from 'vitest';
import { BULK_LIMIT, decideAll } from './decide-all.ts';
import type { AccessRequest } from './request.ts';
import { admin, by, LIBRARY, staff, USERS } from './test-principals.ts';

const WHOLE = { leavesUsableAdmin: true };
const manager = by(staff([USERS]));
const deactivate = (grants: Parameters<typeof staff>[0] = []): AccessRequest => ({
  action: 'user.deactivate',
  target: staff(grants),
  isLastUsableAdmin: false,
});
const many = (count: number) => Array.from({ length: count }, () => deactivate());

describe('A11 bulk', () => {
  it('A11 allows as many as 200 when each is allowed', () => {
    const decision = decideAll(manager, many(BULK_LIMIT), WHOLE);
    expect(decision.allowed && decision.paths).toHaveLength(200);
  });

  it('A11 refuses 201, also to an Admin', () => {
    expect(decideAll(by(admin()), many(BULK_LIMIT + 1), WHOLE)).toMatchObject({
      allowed: false,
      at: null,
      reason: { rule: 'A11' },
    });
  });

  it('A11 refuses all for one, and says which', () => {
    expect(decideAll(manager, [...many(3), deactivate([LIBRARY]), ...many(3)], WHOLE)).toMatchObject({
      allowed: false,
      at: 3,
      reason: { gate: 'G7', rule: 'A2' },
    });
  });

  it('A11 hides what is hidden', () => {
    const hidden: AccessRequest = {
      action: 'project.read',
      project: { ownerIds: [], team: [], isRestricted: true, isCompleted: false },
    };
    expect(decideAll(manager, [deactivate(), hidden], WHOLE)).toMatchObject({ at: 1, hidden: true });
  });
});
