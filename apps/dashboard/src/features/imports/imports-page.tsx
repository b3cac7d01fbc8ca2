import { UploadedImport } from '@sallyport/contracts/staff';
import {
  Avatar,
  Card,
  CodeText,
  DataTable,
  EmptyState,
  Notice,
  RelativeTime,
  SectionHeader,
  SkeletonShape,
  type TableColumn,
} from '@sallyport/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Project, ProjectFrame, ProjectScreen } from '../../components/project-frame.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { bytesText } from '../../lib/bytes.ts';
import { faceOf } from '../../lib/face.ts';
import { useJobPolling } from '../../lib/live-status.ts';
import { problemOf } from '../../lib/problem-of.ts';
import { uploadFile } from '../../lib/upload-file.ts';
import { strings } from '../../strings/strings.ts';
import { type FileRules, problemWithFile } from './check-file.ts';
import { DropZone } from './drop-zone.tsx';
import { ImportState } from './import-state.tsx';
import { type ImportRow, importListOptions, importsChanged, isRunning } from './imports.queries.ts';

const t = strings.imports;

/** Files of scanners: sent here, and what became of the earlier ones. */
export function ImportsPage({ projectId }: { projectId: string }) {
  return (
    <ProjectScreen projectId={projectId} tab="import">
      {(project) => <Imports project={project} />}
    </ProjectScreen>
  );
}

function Imports({ project }: { project: Project }) {
  const list = useQuery(importListOptions(project.id));
  useJobPolling(list.data?.rows.some(({ state }) => isRunning(state)) ?? false, () => list.refetch());
  return (
    <ProjectFrame project={project} tab="import">
      <h1 className="sr-only">{t.heading}</h1>
      <QueryView query={list} skeleton={<SkeletonShape shape="list" rows={8} />}>
        {({ rows, formats, maxBytes }) => (
          <div className="flex flex-col gap-7">
            {project.abilities.canWrite ? (
              <Upload projectId={project.id} rules={{ formats, maxBytes }} />
            ) : project.completedAt ? null : (
              <Notice icon="lock" title={t.lockedTitle}>
                {t.noRight}
              </Notice>
            )}
            <section>
              <SectionHeader title={t.history} count={rows.length} />
              <Card label={t.history}>
                <DataTable
                  inCard
                  label={t.history}
                  columns={COLUMNS}
                  rows={rows}
                  rowKey={({ id }) => id}
                  onRowHref={({ id }) => `/projects/${project.id}/import/${id}`}
                  empty={<EmptyState icon="upload" title={t.historyEmpty} />}
                />
              </Card>
            </section>
          </div>
        )}
      </QueryView>
    </ProjectFrame>
  );
}

function Upload({ projectId, rules }: { projectId: string; rules: FileRules }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [sending, setSending] = useState<{ name: string; bytes: number; share: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (file: File) => {
    const refusal = problemWithFile(file, rules);
    setProblem(refusal);
    if (refusal) return;
    const { name, size: bytes } = file;
    setSending({ name, bytes, share: 0 });
    try {
      const { id } = await uploadFile(`/upload/imports/${projectId}`, file, UploadedImport, (share) =>
        setSending({ name, bytes, share }),
      );
      void importsChanged(queryClient, projectId);
      await navigate({ href: `/projects/${projectId}/import/${id}` });
    } catch (error) {
      setProblem(problemOf(error) ?? t.uploadFailed);
      setSending(null);
    }
  };
  return <DropZone rules={rules} sending={sending} problem={problem} onFile={(file) => void send(file)} />;
}

function Count({ count }: { count: number | null }) {
  if (count !== null) return count.toLocaleString('en');
  return (
    <span className="text-text-3" data-blank="">
      –
    </span>
  );
}

const COLUMNS: readonly TableColumn<ImportRow>[] = [
  {
    key: 'file',
    header: t.columns.file,
    primary: true,
    width: 'fill',
    cell: (row) => (
      <>
        <span className="truncate" title={row.fileName}>
          <CodeText>{row.fileName}</CodeText>
        </span>
        <span className="truncate font-normal text-text-3">
          {t.preview.file(bytesText(row.bytes), row.format)}
        </span>
      </>
    ),
  },
  { key: 'state', header: t.columns.state, width: 130, cell: (row) => <ImportState state={row.state} /> },
  {
    key: 'findings',
    header: t.columns.findings,
    width: 84,
    align: 'end',
    wideOnly: true,
    cell: (row) => <Count count={row.findingCount} />,
  },
  {
    key: 'instances',
    header: t.columns.instances,
    width: 90,
    align: 'end',
    wideOnly: true,
    cell: (row) => <Count count={row.instanceCount} />,
  },
  {
    key: 'at',
    header: t.columns.at,
    width: 150,
    cell: (row) => (
      <span className="inline-flex items-center gap-1.5 text-text-2">
        {row.createdBy ? <Avatar {...faceOf(row.createdBy)} /> : null}
        <RelativeTime at={row.createdAt} />
      </span>
    ),
  },
];
