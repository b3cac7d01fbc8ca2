import { Button, CodeText, DateText, EmptyState, Notice, PageTitle, SkeletonShape } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { type Project, ProjectFrame, ProjectScreen } from '../../components/project-frame.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { bytesText } from '../../lib/bytes.ts';
import { useJobPolling } from '../../lib/live-status.ts';
import { strings } from '../../strings/strings.ts';
import { ImportPreview } from './import-preview.tsx';
import { ImportSteps } from './import-steps.tsx';
import { type ImportDetail, importOptions, isRunning } from './imports.queries.ts';

const t = strings.imports;

/** One file on its way into a project. */
export function ImportPage({ projectId, importId }: { projectId: string; importId: string }) {
  return (
    <ProjectScreen projectId={projectId} tab="import">
      {(project) => <OneImport key={importId} project={project} importId={importId} />}
    </ProjectScreen>
  );
}

function OneImport({ project, importId }: { project: Project; importId: string }) {
  const found = useQuery(importOptions(importId));
  const { data } = found;
  useJobPolling(data !== undefined && isRunning(data.state), () => found.refetch());
  if (data?.state === 'READY') return <ImportPreview project={project} scan={data} />;
  return (
    <ProjectFrame project={project} tab="import" crumbs={[{ label: data?.fileName ?? '…' }]}>
      <QueryView query={found} skeleton={<SkeletonShape shape="text" rows={8} />}>
        {(scan) => (
          <div className="flex max-w-readable flex-col gap-5">
            <ImportHead scan={scan} />
            <Body project={project} scan={scan} />
          </div>
        )}
      </QueryView>
    </ProjectFrame>
  );
}

const TITLES = {
  UPLOADED: ({ fileName }) => t.reading.title(fileName),
  READING: ({ fileName }) => t.reading.title(fileName),
  READY: () => t.preview.title,
  APPLYING: ({ fileName }) => t.applying.title(fileName),
  APPLIED: () => t.applied.title,
  FAILED: () => t.failed.title,
  DISCARDED: () => t.gone.title,
} as const satisfies Record<ImportDetail['state'], (scan: ImportDetail) => string>;

/** Which file it is and how far it has come. */
function ImportHead({ scan }: { scan: ImportDetail }) {
  return (
    <>
      <ImportSteps state={scan.state} />
      <PageTitle
        title={<span className="wrap-anywhere">{TITLES[scan.state](scan)}</span>}
        subtitle={
          <span className="wrap-anywhere">
            <CodeText>{scan.fileName}</CodeText> {t.preview.file(bytesText(scan.bytes), scan.format)}
          </span>
        }
      />
    </>
  );
}

function Body({ project, scan }: { project: Project; scan: ImportDetail }) {
  const { done, total } = scan.progress;
  switch (scan.state) {
    case 'READY':
      return null;
    case 'UPLOADED':
      return (
        <Progress label={t.reading.title(scan.fileName)} done={0} total={0} text={t.reading.waiting}>
          {t.reading.body}
        </Progress>
      );
    case 'READING':
      return (
        <Progress
          label={t.reading.title(scan.fileName)}
          done={done}
          total={total}
          text={t.reading.bytes(bytesText(done), bytesText(total))}
        >
          {t.reading.body}
        </Progress>
      );
    case 'APPLYING':
      return (
        <Progress
          label={t.applying.title(scan.fileName)}
          done={done}
          total={total}
          text={t.applying.instances(done, total)}
        >
          {t.applying.body}
        </Progress>
      );
    case 'APPLIED':
      return <Applied project={project} scan={scan} />;
    case 'FAILED':
      return <Failed project={project} scan={scan} />;
    case 'DISCARDED':
      return (
        <EmptyState
          icon="trash"
          title={t.gone.title}
          body={t.gone.body}
          actions={<Again project={project} label={t.applied.again} />}
        />
      );
  }
}

function Progress({
  label,
  done,
  total,
  text,
  children,
}: {
  label: string;
  done: number;
  total: number;
  text: string;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar label={label} done={done} total={total} valueText={text} />
      <p className="flex flex-wrap justify-between gap-x-4 text-xs text-text-3">
        <span className="tabular-nums">{text}</span>
        <span>{children}</span>
      </p>
    </div>
  );
}

function Applied({ project, scan }: { project: Project; scan: ImportDetail }) {
  return (
    <>
      <Notice
        live
        tone="positive"
        title={
          <>
            <DateText at={scan.appliedAt} />
            {scan.appliedBy ? ` ${t.applied.by(scan.appliedBy.displayName)}` : null}
          </>
        }
      >
        {t.applied.body(scan.newFindingCount ?? 0, scan.newInstanceCount ?? 0)}
      </Notice>
      <p className="flex flex-wrap gap-2">
        <Button variant="primary" href={`/projects/${project.id}/findings`}>
          {t.applied.toFindings}
        </Button>
        <Again project={project} label={t.applied.again} />
      </p>
    </>
  );
}

function Failed({ project, scan: { problem } }: { project: Project; scan: ImportDetail }) {
  const saysLine = problem?.line && problem.message.includes(`line ${problem.line}`);
  return (
    <>
      <Notice live tone="negative" title={problem?.message ?? t.failed.title}>
        {problem?.line && !saysLine ? `${t.failed.line(problem.line)}. ` : null}
        {t.failed.unchanged}
      </Notice>
      <p>
        <Again project={project} label={t.failed.again} />
      </p>
    </>
  );
}

function Again({ project: { id, abilities }, label }: { project: Project; label: string }) {
  if (!abilities.canWrite) return null;
  return <Button href={`/projects/${id}/import`}>{label}</Button>;
}
