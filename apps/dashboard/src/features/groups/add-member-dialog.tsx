import { Reason, Timestamp } from '@sallyport/contracts/common';
import { Person } from '@sallyport/contracts/staff';
import { AreaField, DateField, useForm } from '@sallyport/forms';
import { Button, Dialog, Field } from '@sallyport/ui';
import { useId } from 'react';
import { z } from 'zod';
import { PersonPicker } from '../../components/person-picker.tsx';
import { useCurrentUser } from '../../lib/current-user.ts';
import { dayFromToday, endOfDay } from '../../lib/days.ts';
import { strings } from '../../strings/strings.ts';
import type { AddedMember } from './group-draft.ts';

const t = strings.groups.add;

const NewMember = z.object({
  person: Person.nullable().refine((person) => person !== null, { error: t.choose }),
  reason: Reason,
  expiresAt: Timestamp.nullable(),
});

/** Chooses a person, says why and until when; the member counts only once the group is saved. */
export function AddMemberDialog({
  taken,
  onAdd,
  onClose,
}: {
  taken: ReadonlySet<string>;
  onAdd: (member: AddedMember) => void;
  onClose: () => void;
}) {
  const formId = useId();
  const ownId = useCurrentUser().user.id;
  const form = useForm({
    schema: NewMember,
    initial: { person: null as Person | null, reason: '', day: '' },
    toInput: ({ person, reason, day }) => ({ person, reason, expiresAt: endOfDay(day) }),
    unreachable: strings.common.unreachable,
    onSubmit: async ({ person, reason, expiresAt }) => {
      if (person) onAdd({ person, reason, expiresAt });
      onClose();
    },
  });
  const refusal = (person: Person) =>
    taken.has(person.id) ? t.already : person.id === ownId ? t.you : undefined;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={t.title}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {strings.common.cancel}
          </Button>
          <Button size="lg" type="submit" form={formId} variant="primary">
            {t.submit}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form.ref} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        <Field label={t.person} error={form.errors['person']}>
          {(ids) => (
            <PersonPicker
              {...ids}
              value={form.values.person}
              onChange={(person) => form.set('person', person)}
              refusal={refusal}
              placeholder={t.placeholder}
              emptyText={t.nobody}
            />
          )}
        </Field>
        <AreaField form={form} name="reason" label={t.reason} help={t.reasonHelp} />
        <DateField
          form={form}
          name="day"
          label={t.expires}
          help={t.expiresHelp}
          min={dayFromToday(1)}
          optional
        />
      </form>
    </Dialog>
  );
}
