import { ConfirmDialog, SeverityBadge, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Project } from '../../components/project-frame.tsx';
import { scrolls } from '../../components/scrolls.ts';
import { problemOf } from '../../lib/problem-of.ts';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { type FindingRow, findingsChanged } from './findings.queries.ts';

const t = strings.findings.publish;

export type Listed = Pick<FindingRow, 'id' | 'title' | 'severity' | 'isPublished'>;

/** Says what becomes visible and to whom, then publishes. */
export function PublishDialog({
  project,
  findings,
  onDone,
  onClose,
}: {
  project: Project;
  findings: readonly Listed[];
  onDone?: () => void;
  onClose: () => void;
}) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const drafts = findings.filter(({ isPublished }) => !isPublished);
  const skipped = findings.length - drafts.length;
  const company = project.company.name;
  const publication = useMutation(
    trpc.findings.publishFindings.mutationOptions({
      onSuccess: async ({ rows }) => {
        toast.show({ title: t.done(rows.map(({ reference }) => reference)) });
        onDone?.();
        onClose();
        await findingsChanged(queryClient, project.id);
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.title(drafts.length, company)}
      body={[
        drafts.length === 1 ? t.seesOne(company) : t.sees(company),
        project.shownAt === null ? t.firstShow(company) : null,
        skipped > 0 ? t.skipped(skipped) : null,
      ]
        .filter(Boolean)
        .join(' ')}
      confirmLabel={t.confirm(drafts.length)}
      onConfirm={() => publication.mutate({ projectId: project.id, findingIds: drafts.map(({ id }) => id) })}
      busy={publication.isPending}
      busyLabel={t.busy}
      error={problemOf(publication.error)}
    >
      <FindingList label={t.list} findings={drafts} />
    </ConfirmDialog>
  );
}

/** The findings that a question is about. */
export function FindingList({ label, findings }: { label: string; findings: readonly Listed[] }) {
  return (
    <div {...scrolls(label)} className="ui-card max-h-64 overflow-auto">
      <ul className="divide-y divide-border-soft">
        {findings.map(({ id, severity, title }) => (
          <li key={id} className="flex min-h-9 items-center gap-2.5 px-3 py-1.5">
            <span className="w-19 shrink-0">
              <SeverityBadge plain severity={severity} />
            </span>
            <span className="min-w-0 flex-1 wrap-anywhere">{title}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
