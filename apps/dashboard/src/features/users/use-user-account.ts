import { useQuery, useQueryClient } from '@tanstack/react-query';
import { userCalls } from '../../components/accounts/account-calls.ts';
import type { AccountPage, Controls } from '../../components/accounts/account-facts.ts';
import { trpc } from '../../lib/trpc.ts';
import type { UserDetail } from './users.queries.ts';

/** How a user signs in and what can be changed there, asked for once per page. */
export function useUserControls(userId: string) {
  return useQuery(trpc.users.getControls.queryOptions({ userId }));
}

/** An account as the tabs need it; a change has everything about it asked for again. */
export function useUserAccount(user: UserDetail): (controls: Controls) => AccountPage {
  const queryClient = useQueryClient();
  return (controls) => ({
    id: user.id,
    name: user.displayName,
    kind: 'user',
    status: user.status,
    isAdmin: user.isAdmin,
    expiresAt: user.expiresAt,
    lastSignInAt: user.lastSignInAt,
    controls,
    calls: userCalls(user.id),
    onChanged: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: trpc.users.pathKey() }),
        queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() }),
      ]),
  });
}
