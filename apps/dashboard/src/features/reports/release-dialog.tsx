import { ConfirmDialog, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Project } from '../../components/project-frame.tsx';
import { bytesText } from '../../lib/bytes.ts';
import { problemOf } from '../../lib/problem-of.ts';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { type Report, reportsChanged } from './reports.queries.ts';

const t = strings.reports;

/** Says who will see it and that it stays, then releases. */
export function ReleaseDialog({
  project,
  report,
  onClose,
}: {
  project: Project;
  report: Report;
  onClose: () => void;
}) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const { versionLabel, findingCount, pages, bytes } = report;
  const company = project.company.name;
  const release = useMutation(
    trpc.reports.releaseReport.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t.release.done(versionLabel) });
        onClose();
      },
      onSettled: () => reportsChanged(queryClient),
    }),
  );
  const holds = [
    findingCount === null ? null : t.findings(findingCount),
    pages === null ? null : t.pages(pages),
    bytes === null ? null : bytesText(bytes),
  ].filter((part) => part !== null);
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.release.title(versionLabel, company)}
      body={
        <span className="flex flex-col gap-2">
          <span>{t.release.who(company)}</span>
          <span>{t.release.forever}</span>
        </span>
      }
      confirmLabel={t.release.confirm(versionLabel)}
      onConfirm={() => release.mutate({ reportId: report.id })}
      busy={release.isPending}
      busyLabel={t.release.busy}
      error={problemOf(release.error)}
    >
      <p className="rounded-md border border-border bg-sunken px-3 py-2 text-text-2">
        <span className="sr-only">{t.release.holds}: </span>
        {holds.join(' · ')}
      </p>
    </ConfirmDialog>
  );
}
