import { concernsManagers } from '../rules/s8-managing-people.ts';
import type { Gate } from './gate.ts';

/** G8: recent re-authentication, asked when all else allows, so that nobody confirms only to be refused. */
export const confirmation: Gate = {
  key: 'G8',
  label: 'Re-auth',
  hides: false,
  check: ({ session, now }, row, request) => {
    if (row.confirm === 'never') return null;
    if (session.confirmedUntil !== null && now.getTime() < session.confirmedUntil.getTime()) return null;
    if (row.confirm === 'when-managing-people' && !concernsManagers(request, now)) return null;
    return { rule: 'S8', message: "Confirm it's you, then do this again." };
  },
  passed: (row) =>
    row.confirm === 'never' ? 'No confirmation is asked for.' : 'Confirmed, or not needed here.',
};
