import { AreaField, errorDataOf, FieldError, hasCode, TextField, useForm } from '@sallyport/forms';
import { Button } from '@sallyport/ui';
import { useState } from 'react';
import type { z } from 'zod';
import { FormProblem } from '../../components/form-problem.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import { strings } from '../../strings/strings.ts';
import { type ContactDraft, inputOf } from './contact-rows.ts';
import { ContactsEditor } from './contacts-editor.tsx';

const t = strings.companies.form;

export interface CompanyValues {
  name: string;
  legalName: string;
  address: string;
  website: string;
  notes: string;
  contacts: ContactDraft[];
}

/** Everything about a company but its logo, for a new one and for one that is there. */
export function CompanyForm<Output>({
  schema,
  initial,
  version,
  draftKey,
  submit,
  busy,
  cancelHref,
  onSubmit,
  onStale,
}: {
  schema: z.ZodType<Output>;
  initial: CompanyValues;
  /** Of the company that is edited; a new one has none. */
  version?: number;
  draftKey: string;
  submit: string;
  busy: string;
  cancelHref: string;
  onSubmit: (input: Output) => Promise<unknown>;
  /** Asks for what is saved now. */
  onStale?: () => Promise<unknown>;
}) {
  const [isStale, setStale] = useState(false);
  const [isDone, setDone] = useState(false);
  const form = useForm({
    schema,
    initial,
    toInput: ({ contacts, ...values }) => ({
      ...values,
      contacts: inputOf(contacts),
      ...(version === undefined ? {} : { version }),
    }),
    draftKey,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      setStale(false);
      try {
        await onSubmit(input);
        setDone(true);
      } catch (error) {
        if (hasCode(error, 'NAME_TAKEN'))
          throw new FieldError('name', errorDataOf(error)?.userMessage ?? strings.common.unknown);
        if (hasCode(error, 'STALE_EDIT')) {
          await onStale?.();
          setStale(true);
        }
        throw error;
      }
    },
  });
  return (
    <form ref={form.ref} onSubmit={form.submit} noValidate className="mt-6 flex flex-col gap-5">
      <FormProblem failure={form.failure} isStale={isStale} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField form={form} name="name" label={t.name} help={t.nameHelp} autoComplete="off" autoFocus />
        <TextField
          form={form}
          name="legalName"
          label={t.legalName}
          help={t.legalNameHelp}
          optional
          autoComplete="off"
        />
        <AreaField form={form} name="address" label={t.address} rows={3} optional />
        <TextField
          form={form}
          name="website"
          label={t.website}
          placeholder={t.websitePlaceholder}
          optional
          autoComplete="off"
        />
      </div>
      <ContactsEditor
        rows={form.values.contacts}
        onChange={(contacts) => form.set('contacts', contacts)}
        errors={form.errors}
      />
      <AreaField form={form} name="notes" label={t.notes} help={t.notesHelp} rows={4} optional />
      <div className="flex flex-wrap items-center justify-end gap-2 border-t border-border pt-4">
        <Button size="lg" href={cancelHref}>
          {strings.common.cancel}
        </Button>
        <Button size="lg" type="submit" variant="primary" busy={form.isBusy} busyLabel={busy}>
          {submit}
        </Button>
      </div>
      <LeaveGuard isActive={form.isDirty && !isDone && !form.isBusy} />
    </form>
  );
}
