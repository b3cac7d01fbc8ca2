import { SkeletonShape, StaffPage } from '@sallyport/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type Project, ProjectScreen } from '../../components/project-frame.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { strings } from '../../strings/strings.ts';
import { FindingEditor } from './finding-editor.tsx';
import { FindingList } from './finding-list.tsx';
import { type FindingSearch, filtersOf, findingHref } from './finding-search.ts';
import { findingListOptions, findingOptions } from './findings.queries.ts';

interface PageProps {
  findingId: string;
  search: FindingSearch;
}

/** One finding, to be read and written, beside the others of the view that it was opened from. */
export function FindingPage({ projectId, ...props }: PageProps & { projectId: string }) {
  return (
    <ProjectScreen projectId={projectId} tab="findings">
      {(project) => <OneFinding project={project} {...props} />}
    </ProjectScreen>
  );
}

function OneFinding({ project, findingId, search }: PageProps & { project: Project }) {
  const finding = useQuery(findingOptions(findingId));
  const list = useInfiniteQuery(findingListOptions(project.id, filtersOf(search)));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const last = list.data?.pages.at(-1);
  const index = rows.findIndex(({ id }) => id === findingId);
  const hrefAt = (at: number) => {
    const row = index < 0 ? undefined : rows[at];
    return row ? findingHref(project.id, row.id, search) : undefined;
  };
  if (finding.data && finding.data.projectId === project.id)
    return (
      <FindingEditor
        key={findingId}
        project={project}
        finding={finding.data}
        listHref={findingHref(project.id, null, search)}
        previousHref={hrefAt(index - 1)}
        nextHref={hrefAt(index + 1)}
        list={
          <FindingList
            project={project}
            rows={rows}
            total={last ? strings.common.rows(last.total.count, last.total.isExact) : ''}
            draftCount={last?.draftCount ?? 0}
            openId={findingId}
            search={search}
            onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          />
        }
      />
    );
  return (
    <StaffPage
      crumbs={[
        { label: strings.projects.title, href: '/projects' },
        { label: `${project.reference} ${project.name}`, href: `/projects/${project.id}` },
        { label: strings.projects.findings, href: findingHref(project.id, null, search) },
        { label: '…' },
      ]}
    >
      <QueryView query={{ ...finding, data: undefined }} skeleton={<SkeletonShape shape="text" rows={12} />}>
        {() => null}
      </QueryView>
    </StaffPage>
  );
}
