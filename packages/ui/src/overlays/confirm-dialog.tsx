import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from '../actions/button.tsx';
import { Field } from '../forms/field.tsx';
import { TextInput } from '../forms/text-input.tsx';
import { Icon } from '../icons/icon.tsx';
import { useStrings } from '../strings.ts';
import { Dialog } from './dialog.tsx';

/** Asks before something happens; what cannot be undone is typed first. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  body,
  confirmLabel,
  cancelLabel,
  danger,
  lock,
  typeToConfirm,
  onConfirm,
  busy,
  busyLabel,
  error,
  children,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question. */
  title: string;
  body?: ReactNode | undefined;
  /** The title's verb with its object. */
  confirmLabel: string;
  cancelLabel?: string | undefined;
  danger?: boolean | undefined;
  lock?: boolean | undefined;
  /** A key or a name that has to be typed. */
  typeToConfirm?: string | undefined;
  onConfirm: () => void;
  busy?: boolean | undefined;
  busyLabel?: string | undefined;
  error?: ReactNode | undefined;
  children?: ReactNode | undefined;
}) {
  const strings = useStrings();
  const formId = useId();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    if (!open) setTyped('');
  }, [open]);
  const isReady = typeToConfirm === undefined || typed.trim() === typeToConfirm;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !busy) onConfirm();
  };
  const [typeBefore, typeWhat, typeAfter] = strings.typeToConfirm(typeToConfirm ?? '');
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => (busy ? undefined : onOpenChange(next))}
      role="alertdialog"
      title={title}
      description={body}
      footer={
        <>
          <Button size="lg" disabled={busy} onClick={() => onOpenChange(false)}>
            {cancelLabel ?? strings.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            form={formId}
            variant={danger ? 'danger-primary' : 'primary'}
            lock={lock}
            disabled={!isReady}
            busy={busy}
            busyLabel={busyLabel}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 empty:hidden">
        {children}
        {typeToConfirm === undefined ? null : (
          <Field
            label={
              <>
                {typeBefore}
                <code className="ui-code font-semibold">{typeWhat}</code>
                {typeAfter}
              </>
            }
          >
            {(ids) => (
              <TextInput
                {...ids}
                mono
                autoComplete="off"
                spellCheck={false}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        )}
        {error ? (
          <p className="ui-field-error" role="alert">
            <Icon name="alert" size={14} />
            <span>{error}</span>
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
