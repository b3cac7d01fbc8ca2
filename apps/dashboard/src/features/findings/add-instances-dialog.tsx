import { Button, CodeText, Dialog, Field, Notice, StatusGlyph, TextArea } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../lib/problem-of.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { type Finding, findingsChanged } from './findings.queries.ts';
import { refusedLines } from './instance-filter.ts';

const t = strings.findings.instances.paste;
const LINES_SHOWN = 100;
type Outcome = Outputs['instances']['addInstances'];

/** Places pasted as a list; what was refused stays, line by line, to be put right. */
export function AddInstancesDialog({
  finding: { id: findingId, projectId },
  onClose,
}: {
  finding: Finding;
  onClose: () => void;
}) {
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const adding = useMutation(
    trpc.instances.addInstances.mutationOptions({
      onSuccess: (outcome) => {
        setText(refusedLines(text, outcome.refused));
        void findingsChanged(queryClient, projectId);
      },
    }),
  );
  const isDone = adding.data !== undefined && text.trim() === '';
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.title}
      footer={
        <>
          <Button size="lg" variant={isDone ? 'primary' : 'default'} onClick={onClose}>
            {adding.data ? t.done : strings.common.cancel}
          </Button>
          {isDone ? null : (
            <Button
              size="lg"
              variant="primary"
              disabled={text.trim() === ''}
              busy={adding.isPending}
              busyLabel={t.busy}
              onClick={() => adding.mutate({ findingId, text })}
            >
              {t.submit}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {adding.data ? <Result outcome={adding.data} /> : null}
        <Field label={t.label} help={t.help} error={problemOf(adding.error)}>
          {(ids) => (
            <TextArea
              {...ids}
              mono
              rows={8}
              autoFocus
              spellCheck={false}
              autoComplete="off"
              placeholder={t.placeholder}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

function Result({ outcome: { added, duplicates, refused } }: { outcome: Outcome }) {
  return (
    <Notice
      live
      tone={refused.length > 0 ? 'caution' : added > 0 ? 'positive' : 'neutral'}
      title={[added > 0 ? t.added(added) : t.none, duplicates > 0 ? t.duplicates(duplicates) : null]
        .filter(Boolean)
        .join(', ')}
    >
      {refused.length === 0 ? null : (
        <>
          <p>{t.refused(refused.length)}</p>
          <ul className="mt-1.5 flex max-h-40 flex-col gap-1 overflow-auto">
            {refused.slice(0, LINES_SHOWN).map(({ line, text, message }) => (
              <li key={line} className="flex items-start gap-2">
                <span className="mt-[3px] shrink-0">
                  <StatusGlyph glyph="cross" tone="negative" label={t.line(line)} />
                </span>
                <span className="min-w-0 wrap-anywhere">
                  <CodeText>{text}</CodeText> <span className="text-text-2">{message}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
