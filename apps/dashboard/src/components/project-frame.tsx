import { hasCode } from '@sallyport/forms';
import { type Crumb, DateText, Icon, SkeletonShape, StaffPage, Tabs } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Outputs, trpc } from '../lib/trpc.ts';
import { usePageTitle } from '../lib/use-page-title.ts';
import { strings } from '../strings/strings.ts';
import { PageHeading } from './page-heading.tsx';
import { QueryView } from './query-view.tsx';

const t = strings.projects;

export type Project = Outputs['projects']['getProject'];
export type ProjectTab = keyof typeof t.tabs;

/** Asks for a project; the screen of a tab is drawn once it is there. */
export function ProjectScreen({
  projectId,
  tab,
  children,
}: {
  projectId: string;
  tab: ProjectTab;
  children: (project: Project) => ReactNode;
}) {
  const project = useQuery(trpc.projects.getProject.queryOptions({ projectId }));
  usePageTitle(project.data ? `${t.tabs[tab]}, ${project.data.name}` : t.title);
  if (project.data) return children(project.data);
  return (
    <StaffPage
      crumbs={[{ label: t.title, href: '/projects' }, { label: '…' }]}
      tabs={project.error ? undefined : <TabBar projectId={projectId} tab={tab} />}
    >
      {hasCode(project.error, 'NOT_FOUND') ? null : <PageHeading>{t.title}</PageHeading>}
      <QueryView query={project} skeleton={<SkeletonShape shape="text" rows={10} />}>
        {() => null}
      </QueryView>
    </StaffPage>
  );
}

/** What every screen of a project shares: the way here, its tabs, and that it is locked once completed. */
export function ProjectFrame({
  project,
  tab,
  crumbs = [],
  toolbar,
  ...page
}: {
  project: Project;
  tab: ProjectTab;
  /** Steps below the tab: one finding, one import. */
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  /** A FilterBar, or what else stays while the content scrolls. */
  toolbar?: ReactNode;
  panel?: ReactNode;
  panelWidth?: number;
  bulk?: ReactNode;
  footer?: ReactNode;
  /** No padding: a table fills the page. */
  flush?: boolean;
  children: ReactNode;
}) {
  const { id, reference, name } = project;
  return (
    <StaffPage
      {...page}
      crumbs={[
        { label: t.title, href: '/projects' },
        { label: `${reference} ${name}`, href: hrefOf(id, 'summary') },
        ...(tab === 'summary' ? [] : [{ label: t.tabs[tab], href: hrefOf(id, tab) }]),
        ...crumbs,
      ]}
      tabs={<TabBar projectId={id} tab={tab} project={project} />}
      toolbar={
        <>
          {project.completedAt ? <Locked project={project} /> : null}
          {toolbar}
        </>
      }
    />
  );
}

function hrefOf(projectId: string, tab: ProjectTab): string {
  return tab === 'summary' ? `/projects/${projectId}` : `/projects/${projectId}/${tab}`;
}

const TABS: readonly ProjectTab[] = ['summary', 'scope', 'findings', 'import', 'reports', 'team'];

function TabBar({ projectId, tab, project }: { projectId: string; tab: ProjectTab; project?: Project }) {
  const counts: Partial<Record<ProjectTab, number>> = project
    ? { scope: project.scopeCount, findings: project.findingCount, team: project.members.length }
    : {};
  return (
    <Tabs
      label={t.tabsLabel}
      tabs={TABS.map((key) => ({
        href: hrefOf(projectId, key),
        label: t.tabs[key],
        count: counts[key],
        current: key === tab,
      }))}
    />
  );
}

/** A completed project is read, reported and released, but no longer written. */
function Locked({ project: { completedAt, completedBy } }: { project: Project }) {
  return (
    <div className="flex items-start gap-2 border-b border-positive-border bg-positive-bg px-5 py-2 text-xs max-sm:px-4">
      <Icon name="lock" size={14} className="mt-0.5 shrink-0 text-positive-text" />
      <p className="text-text-2">
        <span className="font-medium text-text">
          {t.locked.title(completedBy?.displayName ?? null)} <DateText at={completedAt} />.
        </span>{' '}
        {t.locked.body}
      </p>
    </div>
  );
}
