import { useSuspenseQuery } from '@tanstack/react-query';
import type { CurrentUser } from './abilities.ts';
import { trpc } from './trpc.ts';

/** Who is signed in; asked for again when a minute old, so that a changed permission shows. */
export const currentUserOptions = trpc.auth.getCurrent.queryOptions(undefined, { staleTime: 60_000 });

/** Who is signed in, on every screen behind the door. */
export function useCurrentUser(): CurrentUser {
  return useSuspenseQuery(currentUserOptions).data;
}
