import { SkeletonShape, StaffPage } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view.tsx';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { GroupEditor } from './group-editor.tsx';
import { groupOptions } from './groups.queries.ts';

const t = strings.groups;

/** One group by its address. */
export function GroupEditorPage({ groupId }: { groupId: string }) {
  const group = useQuery(groupOptions(groupId));
  usePageTitle(group.data?.name ?? t.title);
  if (group.data) return <GroupEditor key={`${group.data.id} ${group.data.version}`} group={group.data} />;
  return (
    <StaffPage crumbs={[{ label: t.title, href: '/groups' }, { label: '…' }]}>
      <QueryView query={group} skeleton={<SkeletonShape shape="list" rows={8} />}>
        {() => null}
      </QueryView>
    </StaffPage>
  );
}
