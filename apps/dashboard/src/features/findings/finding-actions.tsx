import { Button, Icon, IconButton, Menu, type MenuEntry, useStrings } from '@sallyport/ui';
import { commandKey } from '../../lib/command-key.ts';
import { strings } from '../../strings/strings.ts';
import type { Finding } from './findings.queries.ts';
import type { FindingDraft } from './use-finding-draft.ts';

const t = strings.findings.editor;

export type FindingDialog = 'publish' | 'unpublish' | 'delete' | 'conflict';

/** What can be done with a finding: save first, publish beside it, the rest behind the dots. */
export function FindingActions({
  finding,
  draft,
  previousHref,
  nextHref,
  onSave,
  onPublish,
  onDialog,
}: {
  finding: Finding;
  draft: FindingDraft;
  previousHref: string | undefined;
  nextHref: string | undefined;
  onSave: () => void;
  onPublish: () => void;
  onDialog: (dialog: FindingDialog) => void;
}) {
  const { abilities, isPublished, isInReleasedReport, reference } = finding;
  const { isDirty, isSaving } = draft;
  const canPublish = abilities.canPublish && !isPublished;
  const more: MenuEntry[] = [
    ...(canPublish
      ? [{ label: strings.findings.publish.action, icon: 'eye' as const, onSelect: onPublish }]
      : []),
    ...(abilities.canPublish && isPublished
      ? [
          {
            label: isInReleasedReport
              ? strings.findings.unpublish.inReport
              : strings.findings.unpublish.action,
            icon: 'eye-off' as const,
            disabled: isInReleasedReport,
            onSelect: () => onDialog('unpublish'),
          },
        ]
      : []),
    ...(isDirty ? [{ label: t.discard, icon: 'reopen' as const, onSelect: draft.discard }] : []),
    ...(abilities.canWrite && reference === null
      ? [
          { kind: 'separator' as const },
          { label: t.delete, icon: 'trash' as const, danger: true, onSelect: () => onDialog('delete') },
        ]
      : []),
  ];
  return (
    <>
      {abilities.canWrite ? <SaveState draft={draft} /> : null}
      <span className="flex max-sm:hidden">
        <IconButton icon="chevron-up" label={t.previous} href={previousHref} disabled={!previousHref} />
        <IconButton icon="chevron-down" label={t.next} href={nextHref} disabled={!nextHref} />
      </span>
      {more.length > 0 ? (
        <Menu items={more} trigger={<IconButton plain icon="dots" label={t.more} />} />
      ) : null}
      {abilities.canWrite ? (
        <Button
          variant={canPublish && !isDirty ? 'default' : 'primary'}
          disabled={!isDirty && !isSaving}
          busy={isSaving}
          busyLabel={t.saving}
          kbd={commandKey('S')}
          onClick={onSave}
        >
          {t.save}
        </Button>
      ) : null}
      {canPublish ? (
        <span className="max-sm:hidden">
          <Button
            variant={isDirty ? 'default' : 'primary'}
            icon="eye"
            disabled={isSaving}
            kbd={commandKey('⏎')}
            onClick={onPublish}
          >
            {strings.findings.publish.action}
          </Button>
        </span>
      ) : null}
    </>
  );
}

function SaveState({ draft: { isDirty, isSaving, savedAt, failure } }: { draft: FindingDraft }) {
  const { locale } = useStrings();
  const time = savedAt
    ? new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(savedAt))
    : null;
  return (
    <span role="status" className="mr-1 flex items-center gap-1 text-xs text-text-3 max-md:sr-only">
      {isSaving ? (
        t.saving
      ) : failure ? (
        <span className="text-negative-text">{t.notSaved}</span>
      ) : isDirty ? (
        t.unsaved
      ) : time ? (
        <>
          <Icon name="check" size={14} />
          {t.savedAt(time)}
        </>
      ) : null}
    </span>
  );
}
