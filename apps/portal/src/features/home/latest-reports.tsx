import { Card, DateText, EmptyState, Icon, TextLink } from '@sallyport/ui';
import { DownloadLink } from '../../components/download-link.tsx';
import { useCurrentCustomer } from '../../lib/current-customer.ts';
import { strings } from '../../strings/strings.ts';
import type { Home } from './home.queries.ts';

const t = strings.home;

/** What was released last, to be downloaded. */
export function LatestReports({ reports }: { reports: Home['latestReports'] }) {
  const { firmName } = useCurrentCustomer();
  return (
    <Card
      title={t.reports}
      actions={
        reports.length > 0 ? (
          <TextLink className="mr-1.5 text-xs" href="/reports">
            {t.allReports}
          </TextLink>
        ) : undefined
      }
    >
      {reports.length === 0 ? (
        <div className="grid place-content-center py-8">
          <EmptyState icon="report" title={t.noReportsTitle} body={t.noReports(firmName)} />
        </div>
      ) : (
        <ul className="row-list px-4 py-1.5 sm:px-5">
          {reports.map((report) => (
            <li key={report.id} className="flex min-h-16 items-center gap-3 py-2.5">
              <span className="flex text-icon">
                <Icon name="report" size={20} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{report.projectName}</span>
                <span className="block text-xs text-text-2">
                  {t.reportVersion(report.versionLabel)}, <DateText at={report.releasedAt} />
                </span>
              </span>
              <DownloadLink
                href={`/files/reports/${report.id}`}
                name={strings.reports.downloadOf(report.projectName, report.versionLabel)}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
