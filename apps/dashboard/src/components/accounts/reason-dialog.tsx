import { errorDataOf } from '@sallyport/forms';
import { ConfirmDialog, Field, TextArea, useToast } from '@sallyport/ui';
import { type ReactNode, useState } from 'react';
import { strings } from '../../strings/strings.ts';

const t = strings.accounts;

/** Asks for a reason before something happens to an account, and says what stood in the way when it did not. */
export function ReasonDialog({
  run,
  done,
  children,
  onClose,
  onDone,
  ...dialog
}: {
  title: string;
  body?: ReactNode;
  confirmLabel: string;
  busyLabel: string;
  danger?: boolean;
  lock?: boolean;
  typeToConfirm?: string | undefined;
  children?: ReactNode;
  run: (reason: string) => Promise<unknown>;
  /** What the toast says. */
  done: string;
  onClose: () => void;
  onDone?: () => unknown;
}) {
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const confirm = async () => {
    if (reason.trim() === '') return setMissing(true);
    setBusy(true);
    setProblem(null);
    try {
      await run(reason.trim());
      toast.show({ title: done });
      onClose();
      await onDone?.();
    } catch (error) {
      const data = errorDataOf(error);
      if (data?.code !== 'CONFIRM_IDENTITY')
        setProblem(
          data?.reason?.message ??
            data?.fields?.[0]?.message ??
            data?.userMessage ??
            strings.common.unreachable,
        );
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      {...dialog}
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      busy={isBusy}
      error={problem ?? undefined}
      onConfirm={() => void confirm()}
    >
      {children}
      <Field label={t.reason} help={t.reasonHelp} error={missing ? t.reasonMissing : undefined}>
        {(ids) => (
          <TextArea
            {...ids}
            rows={2}
            maxLength={200}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
              setMissing(false);
            }}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
}
