import { Approach } from '@sallyport/contracts/common';
import { DateField, type FormControl, hasCode, TextField, useForm } from '@sallyport/forms';
import { Button, Field, MarkdownEditor, SelectInput } from '@sallyport/ui';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { FormProblem } from '../../components/form-problem.tsx';
import { LeaveGuard } from '../../components/leave-guard.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';
import { StandardsField } from './standards-field.tsx';

const t = strings.projects.form;

export interface ProjectValues {
  name: string;
  typeId: string;
  /** Empty where nothing is said. */
  approach: string;
  testStart: string;
  testEnd: string;
  standardIds: string[];
  description: string;
}

/** What was typed, as the server takes it. */
export function projectInput({ approach, testStart, testEnd, ...values }: ProjectValues) {
  return {
    ...values,
    approach: approach || null,
    testStart: testStart || null,
    testEnd: testEnd || null,
  };
}

/** False where a test would end before it starts. */
export function endsAfterStart(dates: { testStart: string | null; testEnd: string | null }): boolean {
  return dates.testStart === null || dates.testEnd === null || dates.testStart <= dates.testEnd;
}
export const END_BEFORE_START = { error: t.endsBeforeStart, path: ['testEnd'] };

const NO_APPROACH = 'NONE';
const APPROACHES = [
  { value: NO_APPROACH, label: t.approachNone },
  ...Approach.options.map((value) => ({
    value,
    label: strings.projects.approaches[value],
    description: strings.projects.approachNotes[value],
  })),
];

/** What a project is, for a new one and for one that is there. */
export function ProjectForm<Values extends ProjectValues, Output>({
  schema,
  initial,
  toInput,
  draftKey,
  choices,
  submit,
  busy,
  cancelHref,
  onSubmit,
  onStale,
  before,
  after,
}: {
  schema: z.ZodType<Output>;
  initial: Values;
  toInput: (values: Values) => unknown;
  draftKey: string;
  choices: Outputs['projects']['getProjectChoices'];
  submit: string;
  busy: string;
  cancelHref: string;
  onSubmit: (input: Output, values: Values) => Promise<unknown>;
  onStale?: () => Promise<unknown>;
  /** Fields of a new project alone: its company, its team. */
  before?: (form: FormControl<Values>) => ReactNode;
  after?: (form: FormControl<Values>) => ReactNode;
}) {
  const [isStale, setStale] = useState(false);
  const [isDone, setDone] = useState(false);
  const form: FormControl<Values> = useForm<Values, Output>({
    schema,
    initial,
    toInput,
    draftKey,
    unreachable: strings.common.unreachable,
    onSubmit: async (input) => {
      setStale(false);
      try {
        await onSubmit(input, form.values);
        setDone(true);
      } catch (error) {
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
      {before?.(form)}
      <ProjectFields form={form} choices={choices} />
      {after?.(form)}
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

/** The part of any form that these fields are about. */
function fieldsOf<Values extends ProjectValues>(form: FormControl<Values>): FormControl<ProjectValues> {
  return {
    ...form,
    set: (name, value) => form.set(name, value as Values[typeof name]),
    reset: (values) => form.reset({ ...form.values, ...values }),
  };
}

function ProjectFields<Values extends ProjectValues>({
  form,
  choices,
}: {
  form: FormControl<Values>;
  choices: Outputs['projects']['getProjectChoices'];
}) {
  const fields = fieldsOf(form);
  const { values, errors, set } = fields;
  return (
    <>
      <TextField form={fields} name="name" label={t.name} help={t.nameHelp} autoComplete="off" />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t.type} error={errors['typeId'] ? t.chooseType : undefined}>
          {(ids) => (
            <SelectInput
              {...ids}
              options={choices.types.map(({ id, name }) => ({ value: id as string, label: name }))}
              value={values.typeId || null}
              onChange={(typeId) => set('typeId', typeId)}
            />
          )}
        </Field>
        <Field label={t.approach} error={errors['approach']} optional>
          {(ids) => (
            <SelectInput
              {...ids}
              options={APPROACHES}
              value={values.approach || NO_APPROACH}
              onChange={(approach) => set('approach', approach === NO_APPROACH ? '' : approach)}
            />
          )}
        </Field>
        <DateField form={fields} name="testStart" label={t.starts} optional />
        <DateField
          form={fields}
          name="testEnd"
          label={t.ends}
          optional
          {...(values.testStart ? { min: values.testStart } : {})}
        />
      </div>
      <StandardsField
        standards={choices.standards}
        chosen={values.standardIds}
        onChange={(ids) => set('standardIds', ids)}
        error={errors['standardIds']}
      />
      <MarkdownEditor
        label={t.description}
        help={t.descriptionHelp}
        error={errors['description']}
        optional
        value={values.description}
        onChange={(description) => set('description', description)}
      />
    </>
  );
}
