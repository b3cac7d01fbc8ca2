import type { ReleasedReport } from '@sallyport/contracts/portal';
import { DateText, Icon, Tag, useStrings } from '@sallyport/ui';
import { formatBytes } from '../lib/bytes.ts';
import { strings } from '../strings/strings.ts';
import { Checksum } from './checksum.tsx';
import { DownloadLink } from './download-link.tsx';

/** The released versions of one project's report, newest first. */
export function ReportList({ reports }: { reports: readonly ReleasedReport[] }) {
  const { locale } = useStrings();
  const t = strings.reports;
  return (
    <ul className="row-list">
      {reports.map((report, index) => (
        <li key={report.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
          <span className="grid size-10 shrink-0 place-content-center rounded-md border border-border bg-sunken text-icon">
            <Icon name="report" size={20} />
          </span>
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-x-2">
              <b className="font-medium">{t.version(report.versionLabel)}</b>
              {index === 0 && reports.length > 1 ? <Tag tone="accent">{t.latest}</Tag> : null}
            </span>
            <span className="block text-xs text-text-2">
              <DateText at={report.releasedAt} />, {t.pages(report.pages)},{' '}
              {formatBytes(report.bytes, locale)}
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-1 max-sm:basis-full max-sm:justify-between sm:gap-3">
            <Checksum sha256={report.sha256} of={t.nameOf(report.projectName, report.versionLabel)} />
            <DownloadLink
              href={`/files/reports/${report.id}`}
              name={t.downloadOf(report.projectName, report.versionLabel)}
            >
              {t.download}
            </DownloadLink>
          </span>
        </li>
      ))}
    </ul>
  );
}
