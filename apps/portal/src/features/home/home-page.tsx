import { Card, PortalTitle, Skeleton, SkeletonShape, TextLink, useStrings } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { ProjectList } from '../../components/project-list.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { useMay } from '../../lib/may.ts';
import { inOrder } from '../../lib/project-order.ts';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { FailedSignIns } from './failed-sign-ins.tsx';
import { type Home, homeOptions } from './home.queries.ts';
import { LatestFindings } from './latest-findings.tsx';
import { LatestReports } from './latest-reports.tsx';
import { NothingYet } from './nothing-yet.tsx';
import { OpenRisk } from './open-risk.tsx';

const t = strings.home;
const PROJECTS_SHOWN = 5;

/** What the company is asked to look at: what is open, what is new, what can be downloaded. */
export function HomePage() {
  usePageTitle(t.title);
  const home = useQuery(homeOptions());
  return (
    <>
      <FailedSignIns />
      {home.isError && !home.data ? <PortalTitle title={t.title} /> : null}
      <QueryView query={home} skeleton={<Loading />}>
        {(data) => (isEmpty(data) ? <NothingYet /> : <Shared home={data} />)}
      </QueryView>
    </>
  );
}

function isEmpty({ projects, latestFindings, latestReports }: Home): boolean {
  return projects.length + latestFindings.length + latestReports.length === 0;
}

function Shared({ home }: { home: Home }) {
  const { user, companyName, firmName } = useCurrentCustomer();
  const { locale } = useStrings();
  const mayDownload = useMay('download-reports');
  const { open, projects } = home;
  const today = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(new Date());
  return (
    <>
      <PortalTitle
        title={open ? t.openRisk : t.greeting(user.displayName)}
        subtitle={open ? t.asOf(projects.length, today) : t.subtitle(companyName, firmName)}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 sm:gap-4 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        {open ? (
          <>
            <OpenRisk open={open} home={home} />
            <LatestFindings findings={home.latestFindings} />
          </>
        ) : null}
        <Card
          title={t.projects}
          actions={
            projects.length > PROJECTS_SHOWN ? (
              <TextLink className="mr-1.5 text-xs" href="/projects">
                {t.allProjects(projects.length)}
              </TextLink>
            ) : undefined
          }
        >
          <div className="px-4 py-1.5 sm:px-5">
            <ProjectList projects={inOrder(projects).slice(0, PROJECTS_SHOWN)} />
          </div>
        </Card>
        {mayDownload ? <LatestReports reports={home.latestReports} /> : null}
      </div>
    </>
  );
}

function Loading() {
  return (
    <>
      <PortalTitle title={<Title />} subtitle={<Skeleton width={280} />} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        {['risk', 'latest', 'projects', 'reports'].map((card) => (
          <div key={card} className="ui-card min-h-64 p-5">
            <SkeletonShape shape="list" rows={5} />
          </div>
        ))}
      </div>
    </>
  );
}

function Title() {
  return (
    <>
      <span className="sr-only">{t.title}</span>
      <Skeleton width={200} height={24} />
    </>
  );
}
