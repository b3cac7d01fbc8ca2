import { trpc } from '../../lib/trpc.ts';

/** What the door tells a visitor. */
export const doorOptions = trpc.door.getDoor.queryOptions(undefined, { staleTime: 300_000 });
