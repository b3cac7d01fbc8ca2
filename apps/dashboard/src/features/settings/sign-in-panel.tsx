import { errorDataOf } from '@sallyport/forms';
import {
  Button,
  CodeText,
  ConfirmDialog,
  formatExact,
  KeyValueList,
  Notice,
  SidePanel,
  useStrings,
  useToast,
} from '@sallyport/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { trpc } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { SignInGlyph } from './sign-in-glyph.tsx';
import type { SignInSearch } from './sign-in-search.ts';
import type { SignInRow } from './sign-ins.queries.ts';

const t = strings.settings.activity;

/** One attempt: the facts, what to look at next, and what can be done about it. */
export function SignInPanel({
  attempt,
  onSearch,
  ...walk
}: {
  attempt: SignInRow;
  onSearch: (patch: Partial<SignInSearch>) => void;
  position: string;
  onPrev: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onClose: () => void;
}) {
  const { account, address, outcome } = attempt;
  return (
    <SidePanel {...walk} title={account?.name ?? t.unknown}>
      <div className="mt-2">
        <Facts attempt={attempt} />
      </div>
      {outcome === 'REFUSED' ? (
        <div className="mt-4">
          <Notice tone="caution">{t.panel.refusedWhy}</Notice>
        </div>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-2">
        {address ? (
          <Button size="sm" icon="filter" onClick={() => onSearch({ address, open: undefined })}>
            {t.panel.onlyAddress}
          </Button>
        ) : null}
        {account ? (
          <Button
            size="sm"
            icon="filter"
            onClick={() => onSearch({ account: account.id, name: account.name, open: undefined })}
          >
            {t.panel.onlyAccount}
          </Button>
        ) : null}
        {account && attempt.audience === 'STAFF' ? (
          <Button size="sm" icon="user" href={`/users/${account.id}`}>
            {t.panel.openAccount}
          </Button>
        ) : null}
        {account ? <ClearButton key={account.id} account={account} /> : null}
      </div>
    </SidePanel>
  );
}

function Facts({ attempt }: { attempt: SignInRow }) {
  const { locale } = useStrings();
  const items: { key: string; label: string; value: ReactNode }[] = [
    { key: 'when', label: t.panel.when, value: formatExact(attempt.at, locale) },
    {
      key: 'outcome',
      label: t.panel.outcome,
      value: (
        <span className="inline-flex items-center gap-1.5">
          <SignInGlyph outcome={attempt.outcome} />
          {t.outcomes[attempt.outcome]}
        </span>
      ),
    },
    { key: 'door', label: t.panel.door, value: t.audiences[attempt.audience] },
    { key: 'kind', label: t.panel.kind, value: t.kinds[attempt.kind] },
    { key: 'from', label: t.panel.from, value: <CodeText>{attempt.address ?? t.noAddress}</CodeText> },
    {
      key: 'device',
      label: t.panel.device,
      value: attempt.isKnownDevice ? t.knownDevice : t.newDevice,
    },
  ];
  return <KeyValueList items={items} />;
}

/** Lets somebody in again at once: what was counted against them is forgotten. */
function ClearButton({ account }: { account: { id: string; name: string } }) {
  const [isAsking, setAsking] = useState(false);
  const toast = useToast();
  const queryClient = useQueryClient();
  const clear = useMutation(
    trpc.signInActivity.clear.mutationOptions({
      onSuccess: async () => {
        setAsking(false);
        toast.show({ title: t.panel.cleared(account.name) });
        await queryClient.invalidateQueries(trpc.securityAlerts.pathFilter());
      },
    }),
  );
  return (
    <>
      <Button size="sm" icon="unlock" lock onClick={() => setAsking(true)}>
        {t.panel.clear}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={(isOpen) => {
          clear.reset();
          setAsking(isOpen);
        }}
        title={t.panel.clearTitle(account.name)}
        body={t.panel.clearBody}
        confirmLabel={t.panel.clear}
        lock
        busy={clear.isPending}
        error={
          clear.error ? (errorDataOf(clear.error)?.userMessage ?? strings.common.unreachable) : undefined
        }
        onConfirm={() => clear.mutate({ accountId: account.id })}
      />
    </>
  );
}
