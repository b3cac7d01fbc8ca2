import { Button, Dialog } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { NetworksEditor } from '../../components/networks-editor.tsx';
import type { TokenRow } from '../../components/tokens/tokens-table.tsx';
import { strings } from '../../strings/strings.ts';
import { tokensChanged } from './tokens.queries.ts';

const t = strings.tokens;

/** S9: from which networks one of one's own tokens may be used, beside all that holds for its owner. */
export function TokenNetworksDialog({ token, onClose }: { token: TokenRow; onClose: () => void }) {
  const queryClient = useQueryClient();
  const close = () => {
    onClose();
    void tokensChanged(queryClient);
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(isOpen) => (isOpen ? undefined : close())}
      title={t.networksOf(token.name)}
      description={t.networksBody}
      footer={
        <Button size="lg" onClick={close}>
          {strings.common.close}
        </Button>
      }
    >
      <NetworksEditor place={{ level: 'TOKEN', subjectId: token.id }} title={t.columns.networks} />
    </Dialog>
  );
}
