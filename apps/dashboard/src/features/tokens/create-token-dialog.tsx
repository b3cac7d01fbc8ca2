import { Button, Dialog } from '@sallyport/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Outputs } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { CreateTokenForm } from './create-token-form.tsx';
import { NewTokenSecret } from './new-token-secret.tsx';
import { type OwnTokens, tokensChanged } from './tokens.queries.ts';

const t = strings.tokens;

/** Makes a token; the answer is its secret, shown this once. */
export function CreateTokenDialog({ tokens, onClose }: { tokens: OwnTokens; onClose: () => void }) {
  const formId = useId();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<Outputs['tokens']['create'] | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (made)
    return (
      <Dialog
        open
        closable={false}
        size="lg"
        onOpenChange={() => undefined}
        title={t.ready.title(made.row.name)}
        footer={
          <Button size="lg" variant="primary" onClick={onClose}>
            {t.ready.done}
          </Button>
        }
      >
        <NewTokenSecret token={made.token} url={tokens.url} />
      </Dialog>
    );
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(isOpen) => (isOpen || isBusy ? undefined : onClose())}
      title={t.form.title}
      description={t.form.body}
      footer={
        <>
          <Button size="lg" disabled={isBusy} onClick={onClose}>
            {strings.common.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            form={formId}
            variant="primary"
            lock
            busy={isBusy}
            busyLabel={t.form.busy}
          >
            {t.form.submit}
          </Button>
        </>
      }
    >
      <CreateTokenForm
        formId={formId}
        tokens={tokens}
        onBusy={setBusy}
        onMade={async (token) => {
          setMade(token);
          await tokensChanged(queryClient);
        }}
      />
    </Dialog>
  );
}
