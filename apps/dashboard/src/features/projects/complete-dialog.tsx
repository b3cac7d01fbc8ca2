import { errorDataOf, hasCode } from '@sallyport/forms';
import { Button, Dialog, Icon, Notice, SkeletonShape, useToast } from '@sallyport/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Project } from '../../components/project-frame.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { CompletionEffect } from './completion-effect.tsx';
import { Missing } from './missing-list.tsx';
import { projectChanged } from './projects.queries.ts';

const t = strings.projects.complete;

/** Says what is missing, or exactly what completing makes visible and to whom; then asks. */
export function CompleteDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const [isStale, setStale] = useState(false);
  const preview = useQuery(
    trpc.projects.previewCompletion.queryOptions(
      { projectId: project.id },
      { staleTime: 0, refetchOnMount: 'always' },
    ),
  );
  const completion = useMutation(
    trpc.projects.completeProject.mutationOptions({
      onSuccess: async ({ publishedCount }) => {
        toast.show({ title: t.done(project.name), body: t.doneBody(publishedCount) });
        onClose();
        await projectChanged(queryClient);
        await queryClient.invalidateQueries();
      },
      onError: async (error) => {
        if (!hasCode(error, 'STALE_EDIT') && !hasCode(error, 'CONFLICT')) return;
        setStale(true);
        await preview.refetch();
      },
    }),
  );
  const data = preview.isFetching && !isStale ? undefined : preview.data;
  const blocking = data?.missing.filter(({ isBlocking }) => isBlocking) ?? [];
  const isBlocked = blocking.length > 0;
  const problem = errorDataOf(completion.error);
  const isOddError = completion.error && !isStale && problem?.code !== 'CONFIRM_IDENTITY';
  const complete = () => {
    if (!data) return;
    setStale(false);
    completion.mutate({
      projectId: project.id,
      version: data.version,
      publishes: data.publishes.map(({ id }) => id),
    });
  };
  return (
    <Dialog
      open
      size="lg"
      role="alertdialog"
      onOpenChange={(isOpen) => (isOpen || completion.isPending ? undefined : onClose())}
      title={isBlocked ? t.blockedTitle(project.name) : t.title(project.name)}
      description={isBlocked ? t.blockedBody : undefined}
      footer={
        <>
          <Button size="lg" disabled={completion.isPending} onClick={onClose}>
            {isBlocked ? t.close : strings.common.cancel}
          </Button>
          {isBlocked ? null : (
            <Button
              size="lg"
              variant="primary"
              disabled={!data}
              busy={completion.isPending}
              busyLabel={t.busy}
              onClick={complete}
            >
              {data && data.publishes.length > 0 ? t.confirmWith(data.publishes.length) : t.confirm}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {isStale ? (
          <Notice tone="caution" live>
            {t.stale}
          </Notice>
        ) : null}
        <QueryView query={{ ...preview, data }} skeleton={<SkeletonShape shape="text" rows={8} />}>
          {(found) =>
            isBlocked ? (
              <Missing projectId={project.id} missing={found.missing} />
            ) : (
              <CompletionEffect projectId={project.id} completion={found} />
            )
          }
        </QueryView>
        {isOddError ? (
          <p className="ui-field-error" role="alert">
            <Icon name="alert" size={14} />
            <span>{problem?.reason?.message ?? problem?.userMessage ?? strings.common.unreachable}</span>
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
