import { useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';
import type { UserDetail } from './users.queries.ts';

/** Puts what the server answered in place and has the lists asked for again. */
export function useUserSaved(): (user: UserDetail) => Promise<void> {
  const queryClient = useQueryClient();
  return async (user) => {
    queryClient.setQueryData(trpc.users.getUser.queryKey({ userId: user.id }), user);
    await Promise.all(
      [trpc.users.listUsers, trpc.people.listPeople, trpc.groups.listGroups, trpc.groups.getGroup].map(
        (procedure) => queryClient.invalidateQueries({ queryKey: procedure.queryKey() }),
      ),
    );
  };
}
