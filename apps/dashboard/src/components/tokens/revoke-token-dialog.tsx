import { errorDataOf } from '@sallyport/forms';
import { ConfirmDialog, useToast } from '@sallyport/ui';
import { useMutation } from '@tanstack/react-query';
import { strings } from '../../strings/strings.ts';
import type { TokenRow } from './tokens-table.tsx';

const t = strings.tokens;

/** Ends a token for good, one's own or of somebody whom one manages. */
export function RevokeTokenDialog({
  token,
  body = t.revokeBody,
  run,
  onClose,
  onDone,
}: {
  token: TokenRow;
  body?: string;
  run: () => Promise<unknown>;
  onClose: () => void;
  /** Asks again for what has changed. */
  onDone: () => Promise<unknown>;
}) {
  const toast = useToast();
  const revoking = useMutation({
    mutationFn: run,
    onSuccess: async () => {
      toast.show({ title: t.revoked(token.name) });
      onClose();
      await onDone();
    },
  });
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.revokeTitle(token.name)}
      body={body}
      confirmLabel={t.revoke}
      busy={revoking.isPending}
      busyLabel={t.revoking}
      error={revoking.error ? (errorDataOf(revoking.error)?.userMessage ?? t.revokeFailed) : undefined}
      onConfirm={() => revoking.mutate()}
    />
  );
}
