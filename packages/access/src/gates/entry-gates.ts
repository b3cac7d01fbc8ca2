import { Audience } from '@sallyport/contracts/common';
import { isBefore } from '../effective.ts';
import type { EntryGate } from './gate.ts';

/** G0 to G4: who knocks, before anything is asked about the action. Nobody skips them, Admins neither. */

export const account: EntryGate = {
  key: 'G0',
  label: 'Account',
  hides: false,
  check: (actor) => {
    const { status, suspendedAt, expiresAt, isCompanyActive } = actor.account;
    if (status !== 'ACTIVE') return refuse('This account is not active. Ask your administrator.');
    if (!isBefore(actor.now, expiresAt)) {
      return refuse('The end date of this account has passed. Ask your administrator.');
    }
    if (suspendedAt !== null) return refuse('This account is suspended. Ask your administrator.', 'A17');
    return isCompanyActive
      ? null
      : refuse('The company of this account is archived. Ask your contact.', 'U2');
  },
  passed: () => 'The account is active, and so is its company.',
};

export const session: EntryGate = {
  key: 'G1',
  label: 'Session',
  hides: false,
  check: (actor) => (actor.session.isLive ? null : refuse('Your session has ended. Sign in again.', 'S6')),
  passed: () => 'The session is live.',
};

export const address: EntryGate = {
  key: 'G2',
  label: 'Address',
  hides: false,
  check: (actor) =>
    actor.session.isAddressAllowed
      ? null
      : refuse('This is not open from your network. Connect from an allowed one.', 'S9'),
  passed: () => 'The network is allowed.',
};

const DUTY = {
  'enrol-second-factor': 'Set up a second factor first.',
  'change-password': 'Choose a new password first.',
} as const;

export const duties: EntryGate = {
  key: 'G3',
  label: 'Duties',
  hides: false,
  check: (actor, row) => {
    const owed = actor.session.obligations;
    const first = owed[0];
    if (first === undefined || owed.some((duty) => row.openDuring.includes(duty))) return null;
    return refuse(DUTY[first]);
  },
  passed: () => 'Nothing has to be done first.',
};

export const door: EntryGate = {
  key: 'G4',
  label: 'Door',
  hides: false,
  check: (actor, row) => {
    const { audience } = row;
    if (actor.account.audience === audience && actor.session.audience === audience) return null;
    return refuse(
      audience === Audience.Staff
        ? 'This is for staff. Use the portal.'
        : 'This is for customers. Use the dashboard.',
    );
  },
  passed: () => 'The account and its session belong to this door.',
};

function refuse(message: string, rule: string | null = null) {
  return { rule, message };
}
