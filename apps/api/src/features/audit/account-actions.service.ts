import { actionsIn } from './audit-areas.ts';

/** What of the log is about people alone: signing in, accounts and groups, and nothing that tells of engagements (A16). */
export const ACCOUNT_ACTIONS: readonly string[] = actionsIn(['sign-in', 'people', 'groups']);
