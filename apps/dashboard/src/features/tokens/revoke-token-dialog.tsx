import { errorDataOf } from '@sallyport/forms';
import { ConfirmDialog, useToast } from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { type TokenRow, tokensChanged } from './tokens.queries.ts';

const t = strings.tokens;

/** Ends one of one's own tokens for good. */
export function RevokeTokenDialog({ token, onClose }: { token: TokenRow; onClose: () => void }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const revoking = useMutation(
    trpc.tokens.revoke.mutationOptions({
      onSuccess: async () => {
        toast.show({ title: t.revoked(token.name) });
        onClose();
        await tokensChanged(queryClient);
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.revokeTitle(token.name)}
      body={t.revokeBody}
      confirmLabel={t.revoke}
      busy={revoking.isPending}
      busyLabel={t.revoking}
      error={revoking.error ? (errorDataOf(revoking.error)?.userMessage ?? t.revokeFailed) : undefined}
      onConfirm={() => revoking.mutate({ tokenId: token.id })}
    />
  );
}
