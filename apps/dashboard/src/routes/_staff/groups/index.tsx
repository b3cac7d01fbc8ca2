import { createFileRoute } from '@tanstack/react-router';
import { groupListOptions } from '../../../features/groups/groups.queries.ts';
import { GroupsPage } from '../../../features/groups/groups-page.tsx';

export const Route = createFileRoute('/_staff/groups/')({
  loader: ({ context }) => void context.queryClient.prefetchQuery(groupListOptions),
  component: GroupsPage,
});
