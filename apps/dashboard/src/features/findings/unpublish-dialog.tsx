import { UnpublishFindingsInput } from '@sallyport/contracts/staff';
import { ConfirmDialog, Field, TextInput, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Project } from '../../components/project-frame.tsx';
import { problemOf } from '../../lib/problem-of.ts';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { findingsChanged } from './findings.queries.ts';
import { FindingList, type Listed } from './publish-dialog.tsx';

const t = strings.findings.unpublish;
const Reason = UnpublishFindingsInput.shape.reason;

/** Takes findings back from the client, with a reason. */
export function UnpublishDialog({
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
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const published = findings.filter(({ isPublished }) => isPublished);
  const count = published.length;
  const withdrawal = useMutation(
    trpc.findings.unpublishFindings.mutationOptions({
      onSuccess: async () => {
        toast.show({ title: t.done(count) });
        onDone?.();
        onClose();
        await findingsChanged(queryClient, project.id);
      },
    }),
  );
  const confirm = () => {
    const read = Reason.safeParse(reason);
    setRefusal(read.error?.issues[0]?.message);
    if (read.success)
      withdrawal.mutate({
        projectId: project.id,
        findingIds: published.map(({ id }) => id),
        reason: read.data,
      });
  };
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.title(count, project.company.name)}
      body={count === 1 ? t.bodyOne : t.body}
      confirmLabel={t.confirm(count)}
      onConfirm={confirm}
      busy={withdrawal.isPending}
      busyLabel={t.busy}
      error={problemOf(withdrawal.error)}
    >
      <FindingList label={strings.findings.tableLabel} findings={published} />
      <Field label={t.reason} help={t.reasonHelp} error={refusal}>
        {(ids) => (
          <TextInput
            {...ids}
            autoComplete="off"
            data-autofocus=""
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
}
