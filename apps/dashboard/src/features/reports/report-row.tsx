import { Button, CodeText, Icon, IconButton, RelativeTime, StatusPill } from '@sallyport/ui';
import { useEffect, useState } from 'react';
import { DownloadLink } from '../../components/download-link.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import type { Project } from '../../components/project-frame.tsx';
import { bytesText } from '../../lib/bytes.ts';
import { strings } from '../../strings/strings.ts';
import { isRunning, type Report } from './reports.queries.ts';

const t = strings.reports;
const SHOWN_DIGITS = 12;

/** A report: what it is called, how far it is, what it holds, and what can be done with it. */
export function ReportRow({
  project,
  report,
  isRetrying,
  onRetry,
  onRelease,
}: {
  project: Project;
  report: Report;
  isRetrying: boolean;
  onRetry: () => void;
  onRelease: () => void;
}) {
  const { releasedAt, versionLabel, number, state } = report;
  const isReleased = releasedAt !== null;
  const name = isReleased ? t.version(versionLabel) : t.draft(number);
  const { canReport, canRelease } = project.abilities;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3.5 py-3">
      <div className="min-w-56 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{name}</span>
          {isReleased || state === 'FAILED' ? null : (
            <span className="text-text-3">{t.becomes(versionLabel)}</span>
          )}
          <State report={report} />
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-xs text-text-3">
          <Facts report={report} />
        </p>
        {isRunning(report) ? (
          <div className="mt-2 max-w-96">
            <ProgressBar
              label={name}
              done={report.progress.done}
              total={report.progress.total}
              valueText={t.progress(report.progress.done, report.progress.total)}
            />
          </div>
        ) : null}
        {state === 'FAILED' ? (
          <p className="ui-field-error mt-1.5">
            <Icon name="alert" size={14} />
            <span>
              {report.problem} {t.failedBody}
            </span>
          </p>
        ) : null}
        {!isReleased && state === 'READY' && canRelease && report.releaseProblem ? (
          <p className="mt-1 flex items-start gap-1.5 text-xs text-caution-text">
            <Icon name="info" size={14} className="mt-px shrink-0" />
            {report.releaseProblem}
          </p>
        ) : null}
      </div>
      <div className="flex shrink-0 items-center gap-2">
        {state === 'READY' ? (
          <DownloadLink
            href={`/files/reports/${report.id}`}
            label={t.download}
            name={t.downloadLabel(name)}
          />
        ) : null}
        {state === 'FAILED' && canReport ? (
          <Button size="sm" icon="retest" busy={isRetrying} onClick={onRetry}>
            {t.again}
          </Button>
        ) : null}
        {!isReleased && state === 'READY' && canRelease ? (
          <Button
            size="sm"
            variant="primary"
            icon="send"
            disabled={report.releaseProblem !== null}
            aria-label={t.release.action(project.company.name)}
            onClick={onRelease}
          >
            {t.release.short}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function State({ report: { state, releasedAt } }: { report: Report }) {
  if (releasedAt !== null) return <StatusPill plain tone="positive" glyph="full" status={t.releasedState} />;
  switch (state) {
    case 'QUEUED':
      return <StatusPill plain tone="neutral" glyph="dashed" status={t.states.QUEUED} />;
    case 'RENDERING':
      return <StatusPill plain tone="accent" glyph="half" status={t.states.RENDERING} />;
    case 'READY':
      return <StatusPill plain tone="caution" glyph="ring" status={t.states.READY} />;
    case 'FAILED':
      return <StatusPill plain tone="negative" glyph="cross" status={t.states.FAILED} />;
  }
}

function Facts({ report }: { report: Report }) {
  const { releasedAt, releasedBy, createdAt, createdBy, findingCount, pages, bytes, sha256 } = report;
  const who =
    releasedAt === null
      ? createdBy
        ? t.generatedBy(createdBy.displayName)
        : t.generated
      : releasedBy
        ? t.releasedBy(releasedBy.displayName)
        : t.released;
  const parts = [
    findingCount === null ? null : t.findings(findingCount),
    pages === null ? null : t.pages(pages),
    bytes === null ? null : bytesText(bytes),
  ].filter((part) => part !== null);
  return (
    <>
      <span>
        {who}, <RelativeTime at={releasedAt ?? createdAt} />
      </span>
      {parts.map((part) => (
        <span key={part}>· {part}</span>
      ))}
      {sha256 === null ? null : <Checksum sha256={sha256} />}
    </>
  );
}

const FEEDBACK_MS = 2_000;

function Checksum({ sha256 }: { sha256: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), FEEDBACK_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <span className="inline-flex items-center gap-1" title={sha256}>
      · {t.checksum} <CodeText muted>{`${sha256.slice(0, SHOWN_DIGITS)}…`}</CodeText>
      <IconButton
        plain
        size="sm"
        icon={isCopied ? 'check' : 'copy'}
        label={isCopied ? t.copied : t.copyChecksum}
        onClick={() =>
          void navigator.clipboard.writeText(sha256).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      />
    </span>
  );
}
