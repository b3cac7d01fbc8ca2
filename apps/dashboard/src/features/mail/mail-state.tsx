import { errorDataOf } from '@sallyport/forms';
import { Button, Card, ConfirmDialog, KeyValueList, Notice, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import type { MailSettings } from './mail-values.ts';

const t = strings.mail;

/** How mail is doing, and a test of what is stored. */
export function MailState({ settings, isDirty }: { settings: MailSettings; isDirty: boolean }) {
  const queryClient = useQueryClient();
  const [isRemoving, setRemoving] = useState(false);
  const test = useMutation(
    trpc.mailSettings.test.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.mailSettings.pathFilter()),
    }),
  );
  const failure = errorDataOf(test.error);
  return (
    <Card title={t.state} padded>
      <div className="flex flex-col gap-4">
        {settings.isSet ? null : <Notice title={t.notSetTitle}>{t.notSet}</Notice>}
        <KeyValueList
          items={[
            { key: 'waiting', label: t.waiting, value: settings.waiting },
            { key: 'failed', label: t.failed, value: settings.failed },
            {
              key: 'last',
              label: t.lastProblem,
              value: settings.lastProblem === null ? t.none : t.problems[settings.lastProblem],
            },
          ]}
        />
        {test.data ? <TestResult result={test.data} /> : null}
        {test.error && failure?.code !== 'CONFIRM_IDENTITY' ? (
          <Notice tone="caution" live>
            {failure?.userMessage ?? strings.common.unreachable}
          </Notice>
        ) : null}
        {settings.isSet ? (
          <>
            <Button
              icon="send"
              block
              disabled={isDirty}
              busy={test.isPending}
              busyLabel={t.testing}
              onClick={() => test.mutate({})}
            >
              {t.test}
            </Button>
            {isDirty ? <p className="text-xs text-text-3">{t.testUnsaved}</p> : null}
            <Button variant="ghost" block icon="trash" onClick={() => setRemoving(true)}>
              {t.remove}
            </Button>
          </>
        ) : null}
      </div>
      {isRemoving ? <RemoveDialog version={settings.version} onClose={() => setRemoving(false)} /> : null}
    </Card>
  );
}

function TestResult({
  result: { problem, sentTo, tookMs },
}: {
  result: { problem: keyof typeof t.problems | null; sentTo: string; tookMs: number };
}) {
  if (problem === null)
    return (
      <Notice tone="accent" icon="check-circle" title={t.testDoneTitle} live>
        {t.testDone(sentTo, tookMs)}
      </Notice>
    );
  return (
    <Notice tone="caution" title={t.testFailedTitle} live>
      {t.problems[problem]}
    </Notice>
  );
}

function RemoveDialog({ version, onClose }: { version: number; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const removal = useMutation(
    trpc.mailSettings.remove.mutationOptions({
      onSuccess: (data) => {
        queryClient.setQueryData(trpc.mailSettings.get.queryKey({}), data);
        toast.show({ title: t.removed });
        onClose();
      },
    }),
  );
  const problem = errorDataOf(removal.error);
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.removeTitle}
      body={t.removeBody}
      confirmLabel={t.remove}
      busy={removal.isPending}
      busyLabel={t.removing}
      error={
        removal.error && problem?.code !== 'CONFIRM_IDENTITY'
          ? (problem?.userMessage ?? strings.common.unreachable)
          : undefined
      }
      onConfirm={() => removal.mutate({ version })}
    />
  );
}
