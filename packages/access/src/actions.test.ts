import { readdirSync, readFileSync } from 'node:fs';
import { Audience } from '@sallyport/contracts/common';
import { PortalPermission } from '@sallyport/contracts/portal';
import { Permission } from '@sallyport/contracts/staff';
import { describe, expect, it } from 'vitest';
import type { ActionTable } from './action-row.ts';
import { ACTIONS } from './actions.ts';
import type { Action } from './request.ts';
import { dominance } from './rules/a2-dominance.ts';

/** The names are fixed; a name missing here or there does not compile, and one too many fails below. */
const NAMES: Readonly<Record<Action, true>> = {
  'people.list': true,
  'photo.read': true,
  'user.list': true,
  'user.read': true,
  'user.invite': true,
  'user.update': true,
  'user.renewInvitation': true,
  'user.listTokens': true,
  'user.revokeToken': true,
  'user.deactivate': true,
  'user.reactivate': true,
  'user.setAdmin': true,
  'user.suspend': true,
  'user.liftSuspension': true,
  'user.setExpiry': true,
  'user.setSwitches': true,
  'user.requirePasswordChange': true,
  'user.resetFactors': true,
  'user.sendReset': true,
  'user.changeEmail': true,
  'user.listSessions': true,
  'user.endSessions': true,
  'user.offboard': true,
  'user.anonymise': true,
  'user.delete': true,
  'group.list': true,
  'group.read': true,
  'group.create': true,
  'group.update': true,
  'group.delete': true,
  'profile.read': true,
  'profile.update': true,
  'profile.changeEmail': true,
  'profile.changePassword': true,
  'token.list': true,
  'token.create': true,
  'token.revoke': true,
  'session.read': true,
  'session.list': true,
  'session.end': true,
  'factor.read': true,
  'factor.change': true,
  'audit.list': true,
  'mailSettings.read': true,
  'mailSettings.update': true,
  'mailSettings.test': true,
  'securityPolicy.read': true,
  'securityPolicy.update': true,
  'companyPolicy.read': true,
  'companyPolicy.update': true,
  'addressRules.read': true,
  'addressRules.update': true,
  'signIn.list': true,
  'signIn.clear': true,
  'securityAlert.list': true,
  'securityAlert.close': true,
  'company.list': true,
  'company.read': true,
  'company.readProfile': true,
  'company.create': true,
  'company.update': true,
  'customer.list': true,
  'customer.read': true,
  'customer.invite': true,
  'customer.renewInvitation': true,
  'customer.update': true,
  'customer.deactivate': true,
  'customer.reactivate': true,
  'customer.suspend': true,
  'customer.liftSuspension': true,
  'customer.setExpiry': true,
  'customer.setSwitches': true,
  'customer.requirePasswordChange': true,
  'customer.resetFactors': true,
  'customer.sendReset': true,
  'customer.changeEmail': true,
  'customer.listSessions': true,
  'customer.endSessions': true,
  'customer.move': true,
  'customer.anonymise': true,
  'customer.delete': true,
  'project.list': true,
  'project.create': true,
  'project.read': true,
  'project.write': true,
  'project.approve': true,
  'project.govern': true,
  'project.publish': true,
  'project.complete': true,
  'project.report': true,
  'project.download': true,
  'project.release': true,
  'project.assign': true,
  'portal.session.read': true,
  'portal.session.list': true,
  'portal.session.end': true,
  'portal.factor.read': true,
  'portal.factor.change': true,
  'portal.home.read': true,
  'portal.project.list': true,
  'portal.project.read': true,
  'portal.finding.list': true,
  'portal.finding.read': true,
  'portal.evidence.read': true,
  'portal.report.list': true,
  'portal.report.download': true,
  'portal.profile.read': true,
  'portal.profile.update': true,
  'portal.profile.changeEmail': true,
  'portal.profile.changePassword': true,
};

const here = import.meta.dirname;
const testFiles = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.test.ts'),
);
const names = testFiles.map((file) => readFileSync(`${here}/${file}`, 'utf8')).join('\n');

describe('ACTIONS', () => {
  it('has a row for every action, and no other', () => {
    expect(Object.keys(ACTIONS).toSorted()).toEqual(Object.keys(NAMES).toSorted());
  });

  it('refuses to compile a row whose rules read what its request does not carry', () => {
    const broken: Partial<ActionTable> = {
      // @ts-expect-error the request of user.list has no target that dominance could be about
      'user.list': { ...ACTIONS['user.list'], relation: [dominance] },
    };
    expect(broken).toHaveProperty(['user.list']);
  });

  it('keeps the doors apart: portal actions are for customers, all others for staff', () => {
    for (const [name, { audience }] of Object.entries(ACTIONS)) {
      expect(audience).toBe(name.startsWith('portal.') ? Audience.Customer : Audience.Staff);
    }
  });

  it('looks before it acts: whatever acts on an object asks first whether it is in sight', () => {
    const blind = Object.entries(ACTIONS)
      .filter(
        ([, { on, sight }]) =>
          ['user', 'group', 'project', 'company', 'customer', 'shown'].includes(on) && sight.length === 0,
      )
      .map(([name]) => name);
    // Nothing to be seen: a list is filtered row by row with group.read, and a new group is not there yet.
    expect(blind).toEqual(['group.list', 'group.create']);
  });

  it('A2 and A1 stand in every row by which people are managed', () => {
    const managing = Object.entries(ACTIONS)
      .filter(
        ([name, row]) => /^(user|group)\./.test(name) && !/\.(list|read)$/.test(name) && !row.isAdminOnly,
      )
      .map(([name, { relation }]) => [name, relation.map(({ id }) => id)] as const);
    for (const [name, ids] of managing) {
      // A17 stops anybody at once; what dominance guards is lifting it.
      if (name === 'user.suspend') {
        expect(ids).toContain('A17');
        continue;
      }
      expect(ids, name).toContain(name === 'user.invite' || name.startsWith('group.') ? 'A1' : 'A2');
    }
  });

  it('needs no permission but those that 01 lists', () => {
    for (const { audience, anyOf } of Object.values(ACTIONS)) {
      const known: readonly string[] = Object.values(
        audience === Audience.Staff ? Permission : PortalPermission,
      );
      for (const permission of anyOf) expect(known).toContain(permission);
    }
  });
});

describe('rules and their tests', () => {
  it.each(['A1', 'A2', 'A3', 'A4', 'A5', 'A10', 'A11', 'A12', 'A15', 'A17', 'C2', 'Lock'])(
    '%s has a test that allows and a test that refuses',
    (rule) => {
      expect(names).toMatch(new RegExp(`\\b(it|it\\.each[^']*)\\(\\s*'${rule} allows`));
      expect(names).toMatch(new RegExp(`'${rule} (allows and )?refuses`));
    },
  );

  it('every rule in the table is named by a test', () => {
    const ids = Object.values(ACTIONS).flatMap(({ sight, relation, field }) =>
      [...sight, ...relation, ...field].map(({ id }) => id),
    );
    const unnamed = [...new Set(ids)].filter((id) => !names.includes(`'${id} `) && id !== 'Who may read');
    expect(unnamed).toEqual([]);
  });
});
