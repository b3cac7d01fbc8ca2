import type { AddressRulePlace } from '@sallyport/contracts/staff';
import { errorDataOf } from '@sallyport/forms';
import {
  Button,
  Card,
  CodeText,
  EffectCard,
  EmptyState,
  FormError,
  SkeletonShape,
  useToast,
} from '@sallyport/ui';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Outputs, trpc } from '../lib/trpc.ts';
import { useDebounced } from '../lib/use-debounced.ts';
import { strings } from '../strings/strings.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { type NetworkLine, NetworkLines } from './network-lines.tsx';
import { QueryView } from './query-view.tsx';

const t = strings.settings.networks;
const STILL_MS = 300;

type Rules = Outputs['addressRules']['get'];

/** S9: the list of networks at one place, with what saving it would do. */
export function NetworksEditor({ place, title }: { place: AddressRulePlace; title: string }) {
  const rules = useQuery(trpc.addressRules.get.queryOptions({ place }));
  return (
    <QueryView
      query={rules}
      skeleton={
        <Card title={title}>
          <SkeletonShape shape="list" rows={2} />
        </Card>
      }
    >
      {(data) => (
        <Editor
          key={data.rules.map(({ id, note }) => id + note).join()}
          place={place}
          title={title}
          rules={data}
        />
      )}
    </QueryView>
  );
}

let lastKey = 0;
function lineOf(network: string, note = ''): NetworkLine {
  lastKey += 1;
  return { key: lastKey, network, note };
}

function Editor({ place, title, rules }: { place: AddressRulePlace; title: string; rules: Rules }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const saved = () => rules.rules.map(({ network, note }) => lineOf(network, note));
  const [lines, setLines] = useState<readonly NetworkLine[]>(saved);
  const sent = lines
    .filter(({ network }) => network.trim() !== '')
    .map(({ network, note }) => ({ network, note }));
  const isDirty =
    JSON.stringify(sent) !== JSON.stringify(rules.rules.map(({ network, note }) => ({ network, note })));
  const preview = useQuery({
    ...trpc.addressRules.preview.queryOptions({ place, rules: useDebounced(sent, STILL_MS) }),
    enabled: isDirty,
    placeholderData: keepPreviousData,
  });
  const save = useMutation(
    trpc.addressRules.update.mutationOptions({
      onSuccess: async (answer) => {
        queryClient.setQueryData(trpc.addressRules.get.queryKey({ place }), answer);
        toast.show({ title: t.saved });
      },
    }),
  );
  const told = isDirty ? preview.data : undefined;
  const hasProblem = told?.lines.some(({ problem }) => problem !== null) ?? false;
  const failure = save.error ? (errorDataOf(save.error)?.userMessage ?? strings.common.unreachable) : null;
  const change = (next: readonly NetworkLine[]) => {
    save.reset();
    setLines(next);
  };
  const add = (network: string) => change([...lines, lineOf(network)]);
  if (!rules.canChange) return <ReadOnly title={title} rules={rules} />;
  return (
    <Card title={title} count={rules.rules.length || undefined}>
      <LeaveGuard isActive={isDirty && !save.isPending} />
      {lines.length === 0 ? (
        <EmptyState icon="globe" title={t.empty} body={t.emptyBody} />
      ) : (
        <NetworkLines lines={lines} told={told?.lines ?? []} onChange={change} />
      )}
      <div className="flex flex-wrap gap-2 border-t border-border-soft px-3.5 py-2.5">
        <Button size="sm" icon="plus" onClick={() => add('')}>
          {t.add}
        </Button>
        {rules.bindsViewer && !lines.some(({ network }) => network.startsWith(rules.ownAddress)) ? (
          <Button size="sm" variant="ghost" onClick={() => add(rules.ownAddress)}>
            {t.addOwn(rules.ownAddress)}
          </Button>
        ) : null}
      </div>
      {isDirty ? (
        <div className="flex flex-col gap-2 border-t border-border-soft px-3.5 py-3">
          {failure === null ? null : <FormError title={failure} />}
          <div aria-live="polite" className="flex flex-col gap-2">
            <Effect told={told} isOpen={sent.length === 0} ownAddress={rules.ownAddress} />
          </div>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => change(saved())}>{strings.common.discard}</Button>
            <Button
              variant="primary"
              icon="lock"
              disabled={hasProblem || (told?.excludesYou ?? false)}
              busy={save.isPending}
              busyLabel={strings.common.saving}
              onClick={() => save.mutate({ place, rules: sent })}
            >
              {t.save}
            </Button>
          </div>
        </div>
      ) : null}
    </Card>
  );
}

function ReadOnly({ title, rules }: { title: string; rules: Rules }) {
  return (
    <Card title={title} count={rules.rules.length || undefined}>
      {rules.rules.length === 0 ? (
        <EmptyState icon="globe" title={t.empty} body={t.readOnly} />
      ) : (
        <ul className="divide-y divide-border-soft">
          {rules.rules.map(({ id, network, note }) => (
            <li key={id} className="flex min-h-9 items-center gap-3 px-3.5">
              <CodeText>{network}</CodeText>
              <span className="truncate text-text-3">{note}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Effect({
  told,
  isOpen,
  ownAddress,
}: {
  told: Outputs['addressRules']['preview'] | undefined;
  isOpen: boolean;
  ownAddress: string;
}) {
  if (isOpen) return <EffectCard tone="neutral" icon="globe" title={t.opens} />;
  if (!told) return null;
  const { sessions, people } = told.cutOff;
  return (
    <>
      {told.excludesYou ? (
        <EffectCard tone="negative" icon="ban" title={t.excludesYou} body={t.excludesYouBody(ownAddress)} />
      ) : null}
      {sessions > 0 ? (
        <EffectCard tone="caution" icon="sign-out" title={t.cutOff(sessions, people)} body={t.cutOffBody} />
      ) : null}
    </>
  );
}
