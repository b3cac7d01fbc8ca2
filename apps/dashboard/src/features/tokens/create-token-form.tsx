import { CreateTokenInput, TOKEN_DAYS } from '@sallyport/contracts/staff';
import { TextField, useForm } from '@sallyport/forms';
import { Field, FormError, SelectInput } from '@sallyport/ui';
import { useEffect } from 'react';
import { client, type Outputs } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { daysOffered } from './token-days.ts';
import type { OwnTokens } from './tokens.queries.ts';

const t = strings.tokens.form;

/** What a new token is called, how long it holds, and what it may do. */
export function CreateTokenForm({
  formId,
  tokens: { grantable, daysAtMost },
  onBusy,
  onMade,
}: {
  formId: string;
  tokens: OwnTokens;
  onBusy: (isBusy: boolean) => void;
  onMade: (made: Outputs['tokens']['create']) => Promise<void>;
}) {
  const form = useForm({
    schema: CreateTokenInput,
    initial: {
      name: '',
      days: String(Math.min(TOKEN_DAYS.usual, daysAtMost)),
      scopes: [] as OwnTokens['grantable'],
    },
    toInput: ({ days, ...values }) => ({ ...values, days: Number(days) }),
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => onMade(await client.tokens.create.mutate(input)),
  });
  useEffect(() => onBusy(form.isBusy), [form.isBusy, onBusy]);
  return (
    <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-5">
      {form.failure ? <FormError title={form.failure} /> : null}
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <TextField form={form} name="name" label={t.name} help={t.nameHelp} autoComplete="off" autoFocus />
        <Field label={t.days} error={form.errors['days']}>
          {(ids) => (
            <SelectInput
              {...ids}
              value={form.values.days}
              onChange={(days) => form.set('days', days)}
              options={daysOffered(daysAtMost).map((days) => ({ value: String(days), label: t.day(days) }))}
            />
          )}
        </Field>
      </div>
      <p className="-mt-2 text-xs text-text-3">{t.daysHelp(daysAtMost)}</p>
      <ScopeChoice
        grantable={grantable}
        scopes={form.values.scopes}
        error={form.errors['scopes']}
        onChange={(scopes) => form.set('scopes', scopes)}
      />
    </form>
  );
}
