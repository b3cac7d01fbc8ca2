import { makeEmailChangeLink, makeNotMeLink, makeResetLink, type TestAccount } from '@sallyport/testing';
import { resetFactor } from '../../admin/reset-factor.ts';
import { enrolPasskey, enrolTotp } from '../../doors/testing/factors.ts';
import type { Answer, TestDoor, TestDoors } from '../../doors/testing/test-doors.ts';

type As = { secret: string };

/** Who and what a change takes; all that it calls is at the one server. */
export interface Scene {
  at: TestDoors;
  account: TestAccount;
  /** A session of the account itself, opened beside the one that is watched. */
  own: As;
  admin: As;
  /** The session that is watched. */
  watched: { id: string };
}

export interface AccessChange {
  name: string;
  /** The account has the Admin flag before. */
  isAdmin?: true;
  run(scene: Scene): Promise<unknown>;
}

export const NEW_PASSWORD = 'wooden spoons sing at noon';
const REASON = { reason: 'For the test' };

/** @throws where the door refused */
const done = async (answer: Promise<Answer>) => (await answer).data();
const doorOf = ({ at, account }: Scene): TestDoor => (account.audience === 'STAFF' ? at.staff : at.portal);
const byItself = (scene: Scene, path: string, input: object) =>
  done(doorOf(scene).call(path, input, { as: scene.own }));
const byNobody = (scene: Scene, path: string, input: object) => done(doorOf(scene).call(path, input));
const toUser = ({ at, account, admin }: Scene, path: string, input: object = REASON) =>
  done(at.staff.call(`users.${path}`, { userId: account.id, ...input }, { as: admin }));
const toCustomer = ({ at, account, admin }: Scene, path: string, input: object = REASON) =>
  done(at.staff.call(`customers.${path}`, { customerId: account.id, ...input }, { as: admin }));
const toCompany = ({ at, account, admin }: Scene, path: string) =>
  done(at.staff.call(`companies.${path}`, { companyId: account.companyId, ...REASON }, { as: admin }));

/** What both kinds of people, or nobody signed in, change at their own door. */
export const CHANGES_AT_ONES_DOOR: readonly AccessChange[] = [
  {
    name: 'the password is changed',
    run: (scene) => byItself(scene, 'profile.changePassword', { newPassword: NEW_PASSWORD }),
  },
  {
    name: 'the password is reset',
    run: async (scene) => {
      const totp = await enrolTotp(scene.at, scene.account);
      const { secret } = await makeResetLink(scene.at.db, scene.account);
      const input = { secret, newPassword: NEW_PASSWORD, code: totp.code() };
      return byNobody(scene, 'passwordReset.complete', input);
    },
  },
  { name: 'a passkey is added', run: ({ at, account }) => enrolPasskey(at, account) },
  {
    name: 'the address is changed',
    run: async (scene) => {
      const link = await makeEmailChangeLink(scene.at.db, scene.account, `${scene.account.id}@new.test`);
      return byNobody(scene, 'emailChange.confirm', { secret: link.secret });
    },
  },
  { name: 'all other sessions are ended', run: (scene) => byItself(scene, 'sessions.endOthers', {}) },
  {
    name: 'this session is ended',
    run: (scene) => byItself(scene, 'sessions.end', { sessionId: scene.watched.id }),
  },
];

/** Changes by an Admin that end what was opened before, and leave tokens as they are. */
export const CHANGES_THAT_SPARE_TOKENS: readonly AccessChange[] = [
  { name: 'factors are reset', run: (scene) => toUser(scene, 'resetFactors') },
  {
    name: 'factors are reset by command',
    run: ({ at, account }) => resetFactor(at.db.staff, { email: account.email, door: 'staff' }),
  },
  { name: 'a new password is required', run: (scene) => toUser(scene, 'requirePasswordChange') },
  { name: 'sessions are ended by an Admin', run: (scene) => toUser(scene, 'endSessions', {}) },
  {
    name: 'sessions of several are ended',
    run: ({ at, account, admin }) =>
      done(at.staff.call('users.bulkEndSessions', { userIds: [account.id], ...REASON }, { as: admin })),
  },
];

export const CHANGES_THAT_END_TOKENS: readonly AccessChange[] = [
  { name: 'the account is deactivated', run: (scene) => toUser(scene, 'deactivateUser') },
  {
    name: 'the account is deactivated and comes back',
    run: async (scene) => {
      await toUser(scene, 'deactivateUser');
      await toUser(scene, 'reactivateUser');
    },
  },
  {
    name: 'several accounts are deactivated',
    run: ({ at, account, admin }) =>
      done(at.staff.call('users.bulkDeactivate', { userIds: [account.id], ...REASON }, { as: admin })),
  },
  { name: 'the account is suspended', run: (scene) => toUser(scene, 'suspendUser') },
  {
    name: 'the account is suspended and comes back',
    run: async (scene) => {
      await toUser(scene, 'suspendUser');
      await toUser(scene, 'liftSuspension');
    },
  },
  {
    name: 'the Admin flag is given',
    run: (scene) => toUser(scene, 'setAdmin', { isAdmin: true, ...REASON }),
  },
  {
    name: 'the Admin flag is taken',
    isAdmin: true,
    run: (scene) => toUser(scene, 'setAdmin', { isAdmin: false, ...REASON }),
  },
  {
    name: '"This was not me" is said',
    run: async (scene) => {
      const { secret } = await makeNotMeLink(scene.at.db, scene.account);
      return byNobody(scene, 'notices.notMe', { secret });
    },
  },
  {
    name: 'the person is offboarded',
    run: async (scene) => {
      const userId = scene.account.id;
      const seen = await scene.at.staff.call('offboarding.preview', { userId }, { as: scene.admin });
      const { version, items } = seen.data<{
        version: number;
        items: { noun: string; id: string; canHandOver: boolean }[];
      }>();
      const successors = items
        .filter(({ canHandOver }) => canHandOver)
        .map(({ noun, id }) => ({ noun, id, to: null }));
      const input = {
        userId,
        version,
        successors,
        removeFromGroups: true,
        afterwards: 'deactivate',
        ...REASON,
      };
      return done(scene.at.staff.call('offboarding.carryOut', input, { as: scene.admin }));
    },
  },
];

/** What S7 does not name. */
export const CHANGES_THAT_END_NOTHING: readonly AccessChange[] = [
  {
    name: 'the profile is changed by oneself',
    run: (scene) =>
      byItself(scene, 'profile.updateProfile', {
        version: scene.account.version,
        displayName: 'Another Name',
        title: '',
      }),
  },
  {
    name: 'the profile is changed by an Admin',
    run: (scene) =>
      toUser(scene, 'updateUser', {
        version: scene.account.version,
        displayName: 'Another Name',
        username: null,
        title: '',
      }),
  },
  {
    name: 'an end is set that lies ahead',
    run: (scene) =>
      toUser(scene, 'setExpiry', { expiresAt: new Date(Date.now() + 86_400_000).toISOString(), ...REASON }),
  },
  {
    name: 'another address is asked for and not confirmed',
    run: (scene) => byItself(scene, 'emailChange.request', { newEmail: `${scene.account.id}@asked.test` }),
  },
  {
    name: 'a reset is asked for and not used',
    run: (scene) => byNobody(scene, 'passwordReset.request', { identifier: scene.account.email }),
  },
];

export const CHANGES_OF_CUSTOMERS: readonly AccessChange[] = [
  { name: 'the customer is deactivated', run: (scene) => toCustomer(scene, 'deactivateCustomer') },
  {
    name: 'the customer is suspended and comes back',
    run: async (scene) => {
      await toCustomer(scene, 'suspendCustomer');
      await toCustomer(scene, 'liftCustomerSuspension');
    },
  },
  { name: 'the company is archived', run: (scene) => toCompany(scene, 'archiveCompany') },
  {
    name: 'the company is archived and comes back',
    run: async (scene) => {
      await toCompany(scene, 'archiveCompany');
      await toCompany(scene, 'restoreCompany');
    },
  },
  { name: 'factors are reset', run: (scene) => toCustomer(scene, 'resetCustomerFactors') },
  { name: 'a new password is required', run: (scene) => toCustomer(scene, 'requireCustomerPasswordChange') },
  { name: 'sessions are ended by staff', run: (scene) => toCustomer(scene, 'endCustomerSessions', {}) },
];
