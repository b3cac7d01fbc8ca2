import { Breadcrumbs, SeverityBadge, SkeletonShape, toDate, useStrings } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view.tsx';
import { ResultStatus } from '../../components/result-status.tsx';
import { usePageTitle } from '../../lib/use-page-title.ts';
import { strings } from '../../strings/strings.ts';
import { FindingBody } from './finding-body.tsx';
import { FindingFacts } from './finding-facts.tsx';
import { type Finding, findingOptions } from './findings.queries.ts';

const t = strings.findings;

/** One finding: what it is, what it means, how it was found, what to do. */
export function FindingPage({ findingId }: { findingId: string }) {
  const finding = useQuery(findingOptions(findingId));
  usePageTitle(finding.data ? `${finding.data.reference} ${finding.data.title}` : t.title);
  return (
    <QueryView query={finding} skeleton={<Loading />}>
      {(data) => <Loaded key={data.id} finding={data} />}
    </QueryView>
  );
}

function Loaded({ finding }: { finding: Finding }) {
  const { locale } = useStrings();
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <>
      <div className="crumb-line">
        <Breadcrumbs
          crumbs={[
            { label: t.title, href: '/findings' },
            { label: finding.projectName, href: `/projects/${finding.projectId}` },
            { label: finding.reference },
          ]}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_340px]">
        <article className="min-w-0">
          <header className="mb-7 flex flex-col gap-3">
            <div className="flex flex-wrap items-center gap-2">
              <SeverityBadge severity={finding.severity} score={finding.score ?? undefined} />
              <ResultStatus result={finding.result} />
              <span className="text-xs text-text-2">
                {t.published(day.format(toDate(finding.publishedAt)))}
              </span>
            </div>
            <h1 className="page-title">{finding.title}</h1>
          </header>
          <FindingBody finding={finding} />
        </article>
        <aside aria-label={t.details}>
          <div className="lg:sticky lg:top-[88px]">
            <FindingFacts finding={finding} />
          </div>
        </aside>
      </div>
    </>
  );
}

function Loading() {
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_340px]">
      <div className="grid max-w-2xl gap-9 pt-10">
        <SkeletonShape shape="text" rows={4} />
        <SkeletonShape shape="text" rows={8} />
      </div>
      <div className="ui-card h-48 p-5 max-lg:hidden" aria-hidden="true" />
    </div>
  );
}
