import { clearDraft, errorDataOf, readDraft, writeDraft } from '@sallyport/forms';
import { Button, Field, Icon, Segmented, SidePanel, TextArea, useToast } from '@sallyport/ui';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { strings } from '../../strings/strings.ts';
import { PastePreview } from './paste-preview.tsx';
import { scopeChanged, scopePreviewOptions } from './scope.queries.ts';

const t = strings.scope.paste;
const TYPING_MS = 300;

/** Targets pasted as a list: what becomes of each line is shown before anything is added. */
export function AddScopePanel({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const draftKey = `scope.${projectId}`;
  const toast = useToast();
  const queryClient = useQueryClient();
  const [text, setText] = useState(() => {
    const kept = readDraft(draftKey);
    return typeof kept === 'string' ? kept : '';
  });
  const [place, setPlace] = useState<'in' | 'out'>('in');
  const settled = useDebounced(text.trim(), TYPING_MS);
  const preview = useQuery({
    ...scopePreviewOptions(projectId, settled),
    placeholderData: keepPreviousData,
  });
  const isCurrent = settled === text.trim() && !preview.isPlaceholderData && preview.data !== undefined;
  const adding = useMutation(
    trpc.scope.addScope.mutationOptions({
      onSuccess: async ({ added }) => {
        write('');
        toast.show({ title: t.done(added) });
        onClose();
        await scopeChanged(queryClient, projectId);
      },
    }),
  );
  const write = (next: string) => {
    setText(next);
    if (next.trim() === '') clearDraft(draftKey);
    else writeDraft(draftKey, next);
  };
  const error = adding.error ?? preview.error;
  const data = errorDataOf(error);
  const problem = error
    ? (data?.fields?.[0]?.message ?? data?.reason?.message ?? data?.userMessage ?? t.failed)
    : undefined;
  const added = text.trim() === '' ? 0 : (preview.data?.added ?? 0);
  return (
    <SidePanel
      title={t.title}
      onClose={onClose}
      footer={
        <div className="flex w-full flex-col gap-2">
          {problem ? (
            <p className="ui-field-error" role="alert">
              <Icon name="alert" size={14} />
              <span>{problem}</span>
            </p>
          ) : null}
          <span className="flex justify-end gap-2">
            <Button size="lg" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button
              size="lg"
              variant="primary"
              disabled={!isCurrent || added === 0}
              busy={adding.isPending}
              busyLabel={t.busy}
              onClick={() => adding.mutate({ projectId, text: settled, isInScope: place === 'in' })}
            >
              {added > 0 ? t.submit(added) : t.submitNone}
            </Button>
          </span>
        </div>
      }
    >
      <div className="mt-3 flex flex-col items-stretch gap-4">
        <Field label={t.label} help={t.help}>
          {(ids) => (
            <TextArea
              {...ids}
              mono
              rows={8}
              className="min-h-36"
              autoFocus
              spellCheck={false}
              autoComplete="off"
              placeholder={t.placeholder}
              value={text}
              onChange={(event) => {
                adding.reset();
                write(event.target.value);
              }}
            />
          )}
        </Field>
        <div className="flex">
          <Segmented
            label={t.as}
            value={place}
            onChange={setPlace}
            options={[
              { value: 'in', label: t.asIn, icon: 'check' },
              { value: 'out', label: t.asOut, icon: 'ban' },
            ]}
          />
        </div>
        <PastePreview
          preview={text.trim() === '' ? undefined : preview.data}
          isChecking={text.trim() !== '' && !isCurrent && !preview.error}
        />
      </div>
      <LeaveGuard isActive={text.trim() !== '' && !adding.isPending} />
    </SidePanel>
  );
}
