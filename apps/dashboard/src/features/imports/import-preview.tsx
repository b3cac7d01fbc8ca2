import type { ImportDecision } from '@sallyport/contracts/staff';
import {
  Button,
  CodeText,
  ConfirmDialog,
  DataTable,
  EmptyState,
  Icon,
  PageTitle,
  SeverityBadge,
  type TableColumn,
  TextLink,
  useToast,
} from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Project, ProjectFrame } from '../../components/project-frame.tsx';
import { bytesText } from '../../lib/bytes.ts';
import { problemOf } from '../../lib/problem-of.ts';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { Decision, DecisionTiles } from './decision-tiles.tsx';
import { countDecisions, rowsOf } from './import-counts.ts';
import { ImportSteps } from './import-steps.tsx';
import { type ImportDetail, type ImportFinding, importsChanged } from './imports.queries.ts';

const t = strings.imports.preview;
const STEP = 100;

/** What an import would write, and why; then it is written or forgotten. */
export function ImportPreview({ project, scan }: { project: Project; scan: ImportDetail }) {
  const [only, setOnly] = useState<ImportDecision | null>(null);
  const [shown, setShown] = useState(STEP);
  const counts = countDecisions(scan.findings);
  const rows = rowsOf(scan.findings, only);
  return (
    <ProjectFrame
      project={project}
      tab="import"
      crumbs={[{ label: scan.fileName }]}
      flush
      footer={
        <Decide
          project={project}
          scan={scan}
          findings={counts.NEW.findings}
          instances={counts.NEW.added + counts.MERGE.added}
        />
      }
    >
      <header className="border-b border-border px-5 pt-4.5 pb-3.5 max-sm:px-4">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
          <PageTitle
            title={t.title}
            subtitle={
              <span className="wrap-anywhere">
                <CodeText>{scan.fileName}</CodeText> {t.file(bytesText(scan.bytes), scan.format)}
              </span>
            }
          />
          <ImportSteps state="READY" />
        </div>
        <p className="mt-2 font-medium">
          {t.summary(scan.findingCount ?? 0, scan.instanceCount ?? 0, scan.newFindingCount ?? 0)}
        </p>
        <DecisionTiles
          counts={counts}
          chosen={only}
          onChoose={(decision) => {
            setOnly(decision);
            setShown(STEP);
          }}
        />
      </header>
      <DataTable
        label={t.title}
        density="compact"
        columns={columnsOf(project.id)}
        rows={rows.slice(0, shown)}
        rowKey={({ key }) => key}
        groupBy={({ decision }) =>
          `${t.decisions[decision]} ${counts[decision].findings.toLocaleString('en')}`
        }
        empty={<EmptyState icon="file" title={t.empty} />}
        footer={
          rows.length > shown ? (
            <div className="ui-load-more">
              <span role="status">{t.shown(shown, rows.length)}</span>
              <Button size="sm" onClick={() => setShown(shown + STEP)}>
                {t.more(Math.min(STEP, rows.length - shown))}
              </Button>
            </div>
          ) : undefined
        }
      />
    </ProjectFrame>
  );
}

function Decide({
  project,
  scan: { id: importId, version },
  findings,
  instances,
}: {
  project: Project;
  scan: ImportDetail;
  findings: number;
  instances: number;
}) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const [isDiscarding, setDiscarding] = useState(false);
  const onSettled = () => importsChanged(queryClient, project.id);
  const applying = useMutation(trpc.imports.applyImport.mutationOptions({ onSettled }));
  const discarding = useMutation(
    trpc.imports.discardImport.mutationOptions({
      onSettled,
      onSuccess: () => {
        setDiscarding(false);
        toast.show({ title: t.discarded });
      },
    }),
  );
  const problem = problemOf(applying.error);
  const isNothing = findings + instances === 0;
  return (
    <>
      {problem ? (
        <p className="ui-field-error" role="alert">
          <Icon name="alert" size={14} />
          <span>{problem}</span>
        </p>
      ) : (
        <p className="flex items-center gap-1.5 text-text-2">
          <Icon name="info" size={14} className="shrink-0 text-icon" />
          <span>
            {t.untouched} <span className="max-md:hidden">{t.newOnes}</span>
          </span>
        </p>
      )}
      {project.abilities.canWrite ? (
        <span className="ml-auto flex shrink-0 items-center gap-2">
          <Button size="lg" disabled={applying.isPending} onClick={() => setDiscarding(true)}>
            {t.discard}
          </Button>
          <Button
            size="lg"
            variant="primary"
            disabled={isNothing}
            busy={applying.isPending}
            busyLabel={t.applying}
            onClick={() => applying.mutate({ importId, version })}
          >
            {isNothing ? t.nothing : t.submit(findings, instances)}
          </Button>
        </span>
      ) : null}
      <ConfirmDialog
        open={isDiscarding}
        onOpenChange={setDiscarding}
        danger
        title={t.discardTitle}
        body={t.discardBody}
        confirmLabel={t.discard}
        onConfirm={() => discarding.mutate({ importId, version })}
        busy={discarding.isPending}
        busyLabel={t.discarding}
        error={problemOf(discarding.error)}
      />
    </>
  );
}

function columnsOf(projectId: string): readonly TableColumn<ImportFinding>[] {
  return [
    {
      key: 'decision',
      header: t.columns.decision,
      width: 124,
      cell: (row) => <Decision decision={row.decision} />,
    },
    {
      key: 'severity',
      header: t.columns.severity,
      width: 100,
      cell: (row) => <SeverityBadge plain severity={row.severity} />,
    },
    {
      key: 'title',
      header: t.columns.finding,
      primary: true,
      width: 'fill',
      cell: (row) => (
        <span className="block truncate" title={row.title}>
          {row.title}
        </span>
      ),
    },
    {
      key: 'instances',
      header: t.columns.instances,
      width: 84,
      align: 'end',
      cell: (row) => row.instanceCount.toLocaleString('en'),
    },
    {
      key: 'added',
      header: t.columns.added,
      width: 64,
      align: 'end',
      cell: (row) =>
        row.newInstanceCount > 0 ? (
          `+${row.newInstanceCount.toLocaleString('en')}`
        ) : (
          <span className="text-text-3">0</span>
        ),
    },
    {
      key: 'rule',
      header: t.columns.rule,
      width: 330,
      wideOnly: true,
      cell: (row) => (
        <span className="flex items-center gap-1.5 text-text-2">
          <span className="truncate" title={row.rule}>
            {row.rule}
          </span>
          {row.findingId === null ? null : (
            <TextLink
              href={`/projects/${projectId}/findings/${row.findingId}`}
              aria-label={`${t.existing}: ${row.title}`}
              className="shrink-0"
            >
              <Icon name="arrow-right" size={12} />
            </TextLink>
          )}
        </span>
      ),
    },
  ];
}
