import { trpc } from '../../lib/trpc.ts';

/** What the door tells a visitor. */
export const doorOptions = trpc.door.getDoor.queryOptions(undefined, { staleTime: 300_000 });

/** What happened to the account between the last sign-in and this one; it does not change while one is in. */
export const summaryOptions = trpc.auth.getSignInSummary.queryOptions(
  {},
  { staleTime: Number.POSITIVE_INFINITY },
);
