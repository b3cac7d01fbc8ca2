import { PortalPermission } from '@sallyport/contracts/portal';
import { Permission, type StaffGrant } from '@sallyport/contracts/staff';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { portalSet } from '../sets/portal-set.ts';
import { staffSet } from '../sets/staff-set.ts';
import type { ShownFacts } from '../shown-facts.ts';
import {
  ALL_PROJECTS,
  admin,
  by,
  CUSTOMERS,
  customer,
  OWN_PROJECTS,
  staff,
  standIn,
  TOMORROW,
  USERS,
} from '../test-principals.ts';

const COMPANIES: StaffGrant = { permission: Permission.ManageCompanies, reach: null };
const STRANGER = { seesProject: false, isOnProject: false };
const VIEW = [PortalPermission.ViewFindings];

const SHOWN: ShownFacts = {
  companyId: 'bank',
  isProjectShown: true,
  isProjectRestricted: false,
  isOut: true,
};

describe('what customers see', () => {
  it('C2 allows what is out, in a shown project of their own company', () => {
    expect(decide(by(customer(VIEW)), { action: 'portal.finding.read', shown: SHOWN }).allowed).toBe(true);
  });

  it.each<[string, Partial<ShownFacts>]>([
    ['another company', { companyId: 'brewery' }],
    ['a project that is not shown', { isProjectShown: false }],
    ['a restricted project', { isProjectRestricted: true }],
    ['an unpublished finding', { isOut: false }],
  ])('C2 refuses %s, as if it did not exist', (_what, changes) => {
    const shown = { ...SHOWN, ...changes };
    expect(decide(by(customer(VIEW)), { action: 'portal.finding.read', shown })).toMatchObject({
      allowed: false,
      hidden: true,
      reason: { gate: 'G6' },
    });
  });

  it.each([
    ['portal.finding.read', PortalPermission.ViewFindings],
    ['portal.evidence.read', PortalPermission.ViewStepsAndEvidence],
    ['portal.report.download', PortalPermission.DownloadReports],
  ] as const)('C2 allows %s with its own permission and refuses every other', (action, permission) => {
    const others = Object.values(PortalPermission).filter((other) => other !== permission);
    expect(decide(by(customer([permission])), { action, shown: SHOWN }).allowed).toBe(true);
    expect(decide(by(customer(others)), { action, shown: SHOWN })).toMatchObject({
      allowed: false,
      reason: { gate: 'G5' },
    });
  });
});

describe('a completed project', () => {
  const project = { ownerIds: [], team: [], isRestricted: false, isCompleted: true };
  const lead = by(staff([ALL_PROJECTS]));

  it.each(['project.write', 'project.govern', 'project.publish', 'project.complete'] as const)(
    'Lock refuses %s',
    (action) => {
      expect(decide(lead, { action, project })).toMatchObject({
        allowed: false,
        reason: { gate: 'G9', rule: 'Lock' },
      });
      expect(decide(by(admin()), { action, project }).allowed).toBe(false);
    },
  );

  it('Lock allows reading, drafting and releasing reports', () => {
    for (const action of ['project.read', 'project.report', 'project.release'] as const) {
      expect(decide(lead, { action, project }).allowed, action).toBe(true);
    }
  });

  it('Lock allows writing before completion', () => {
    expect(
      decide(lead, { action: 'project.write', project: { ...project, isCompleted: false } }).allowed,
    ).toBe(true);
  });
});

describe('client companies', () => {
  it.each<[string, StaffGrant[], Partial<typeof STRANGER>, string]>([
    ['Manage Companies', [COMPANIES], {}, 'name profile'],
    ['Manage Customers', [CUSTOMERS], {}, 'name profile customers'],
    ['Manage Projects', [OWN_PROJECTS], {}, 'name'],
    ['nothing, seeing a project', [], { seesProject: true }, 'name'],
    ['nothing, on the team', [], { isOnProject: true, seesProject: true }, 'name profile customers'],
    ['Manage Users', [USERS], {}, ''],
    ['nothing', [], {}, ''],
  ])('%s reads: %s', (_who, grants, standing, expected) => {
    const company = { ...STRANGER, ...standing };
    const principal = by(staff(grants));
    const open = (
      [
        ['name', 'company.read'],
        ['profile', 'company.readProfile'],
        ['customers', 'customer.list'],
      ] as const
    ).filter(([, action]) => decide(principal, { action, company }).allowed);
    expect(open.map(([name]) => name).join(' ')).toBe(expected);
  });

  it('changes of a company take Manage Companies', () => {
    const request = { action: 'company.update', company: STRANGER } as const;
    expect(decide(by(staff([COMPANIES])), request).allowed).toBe(true);
    expect(decide(by(staff([CUSTOMERS, USERS, ALL_PROJECTS])), request).allowed).toBe(false);
  });
});

describe('inviting customers', () => {
  const group = {
    audience: 'CUSTOMER',
    set: portalSet.everything,
    isAssignable: false,
    requiresAccountExpiry: false,
  } as const;
  const invite = { action: 'customer.invite', company: STRANGER, groups: [group], expiresAt: null } as const;

  it('A12 allows Manage Customers alone to invite into any group of customers', () => {
    expect(decide(by(staff([CUSTOMERS])), invite).allowed).toBe(true);
    expect(decide(by(staff([CUSTOMERS])), { action: 'customer.read', target: customer([]) }).allowed).toBe(
      true,
    );
  });

  it('A12 refuses Manage Users, stand-ins, groups of staff; staff accounts do not exist for it', () => {
    expect(decide(by(staff([USERS, COMPANIES])), invite)).toMatchObject({ reason: { gate: 'G5' } });
    expect(decide(by(standIn([CUSTOMERS])), invite)).toMatchObject({ reason: { gate: 'G7', rule: 'A12' } });
    const staffGroup = { ...group, audience: 'STAFF', set: staffSet.nothing } as const;
    expect(decide(by(staff([CUSTOMERS])), { ...invite, groups: [staffGroup] })).toMatchObject({
      reason: { gate: 'G7', rule: 'A12' },
    });
    expect(decide(by(admin()), { action: 'customer.read', target: staff([]) })).toMatchObject({
      hidden: true,
    });
  });

  it('a group that asks for an end date is joined with one', () => {
    const auditors = { ...group, requiresAccountExpiry: true };
    const request = { ...invite, groups: [auditors] };
    expect(decide(by(staff([CUSTOMERS])), request).allowed).toBe(false);
    expect(decide(by(staff([CUSTOMERS])), { ...request, expiresAt: TOMORROW }).allowed).toBe(true);
  });
});
