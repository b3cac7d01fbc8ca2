import { Card, SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../components/query-view.tsx';
import { ReportList } from '../../components/report-list.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { strings } from '../../strings/strings.ts';
import { reportListOptions } from '../reports/reports.queries.ts';

const t = strings.projects;

/** The released reports of one project. */
export function ProjectReports({ projectId }: { projectId: string }) {
  const { firmName } = useCurrentCustomer();
  const reports = useQuery(reportListOptions(projectId));
  return (
    <Card title={t.reports}>
      <div className="px-4 py-1.5 sm:px-5">
        <QueryView inCard query={reports} skeleton={<SkeletonShape shape="list" rows={2} />}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className="py-3 text-xs text-text-2">{t.reportsEmpty(firmName)}</p>
            ) : (
              <ReportList reports={rows} />
            )
          }
        </QueryView>
      </div>
    </Card>
  );
}
