import { DateInput, Field, type InputSize, PasswordInput, TextArea, TextInput } from '@sallyport/ui';
import type { ReactNode } from 'react';
import type { FormControl } from './use-form.ts';

type TextNames<Values> = {
  [Name in keyof Values]: Values[Name] extends string ? Name : never;
}[keyof Values] &
  string;

interface FieldProps<Values> {
  form: FormControl<Values>;
  name: TextNames<Values>;
  label: string;
  help?: ReactNode;
  optional?: boolean;
}

function textOf<Values>(form: FormControl<Values>, name: keyof Values): string {
  const value = form.values[name];
  return typeof value === 'string' ? value : '';
}

/** Writes text into a form; the names are limited to fields of text. */
function write<Values>(form: FormControl<Values>, name: TextNames<Values>, text: string): void {
  form.set(name, text as Values[TextNames<Values>]);
}

export function TextField<Values>({
  form,
  name,
  label,
  help,
  optional,
  ...input
}: FieldProps<Values> & {
  size?: InputSize;
  type?: 'text' | 'email';
  autoComplete?: string;
  autoFocus?: boolean;
  placeholder?: string;
}) {
  return (
    <Field label={label} help={help} optional={optional} error={form.errors[name]}>
      {(ids) => (
        <TextInput
          {...ids}
          {...input}
          {...(input.type === 'email' ? { autoCapitalize: 'none', spellCheck: false } : {})}
          value={textOf(form, name)}
          onChange={(event) => write(form, name, event.target.value)}
        />
      )}
    </Field>
  );
}

export function PasswordField<Values>({
  form,
  name,
  label,
  help,
  autoFocus,
  ...input
}: FieldProps<Values> & { size?: InputSize; autoComplete?: string; autoFocus?: boolean }) {
  return (
    <Field label={label} help={help} error={form.errors[name]}>
      {(ids) => (
        <PasswordInput
          {...ids}
          {...input}
          autoFocus={autoFocus}
          value={textOf(form, name)}
          onChange={(event) => write(form, name, event.target.value)}
        />
      )}
    </Field>
  );
}

export function AreaField<Values>({
  form,
  name,
  label,
  help,
  optional,
  rows = 2,
}: FieldProps<Values> & { rows?: number }) {
  return (
    <Field label={label} help={help} optional={optional} error={form.errors[name]}>
      {(ids) => (
        <TextArea
          {...ids}
          rows={rows}
          value={textOf(form, name)}
          onChange={(event) => write(form, name, event.target.value)}
        />
      )}
    </Field>
  );
}

export function DateField<Values>({
  form,
  name,
  label,
  help,
  optional,
  min,
}: FieldProps<Values> & { min?: string }) {
  return (
    <Field label={label} help={help} optional={optional} error={form.errors[name]}>
      {(ids) => (
        <DateInput {...ids} min={min} value={textOf(form, name)} onChange={(day) => write(form, name, day)} />
      )}
    </Field>
  );
}
