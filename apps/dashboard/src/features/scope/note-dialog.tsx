import { UpdateScopeItemInput } from '@sallyport/contracts/staff';
import { TextField, useForm } from '@sallyport/forms';
import { Button, Dialog } from '@sallyport/ui';
import { useId } from 'react';
import { strings } from '../../strings/strings.ts';
import type { ScopeItem } from './scope.queries.ts';

const t = strings.scope;
const Note = UpdateScopeItemInput.pick({ note: true });

/** What has to be known about one target. */
export function NoteDialog({
  item,
  onSave,
  onClose,
}: {
  item: ScopeItem;
  onSave: (note: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const formId = useId();
  const form = useForm({
    schema: Note,
    initial: { note: item.note },
    unreachable: strings.common.unreachable,
    onSubmit: async ({ note }) => {
      if (await onSave(note)) onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={<span className="wrap-anywhere">{t.noteTitle(item.target)}</span>}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {strings.common.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            form={formId}
            variant="primary"
            busy={form.isBusy}
            busyLabel={strings.common.saving}
          >
            {strings.common.save}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate>
        <TextField form={form} name="note" label={t.note} help={t.noteHelp} autoComplete="off" autoFocus />
      </form>
    </Dialog>
  );
}
