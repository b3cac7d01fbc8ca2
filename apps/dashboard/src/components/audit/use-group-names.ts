import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';

/** Names of the groups there are, by id: entries record ids. */
export type GroupNames = ReadonlyMap<string, string>;

export function useGroupNames(): GroupNames {
  const groups = useQuery(trpc.groups.listGroups.queryOptions()).data?.rows ?? [];
  return new Map(groups.map((group) => [group.id, group.name]));
}
