import { createFileRoute } from '@tanstack/react-router';
import { GroupEditorPage } from '../../../features/groups/group-editor-page.tsx';
import { groupOptions } from '../../../features/groups/groups.queries.ts';

export const Route = createFileRoute('/_staff/groups/$groupId')({
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(groupOptions(params.groupId)),
  component: Group,
});

function Group() {
  const { groupId } = Route.useParams();
  return <GroupEditorPage key={groupId} groupId={groupId} />;
}
