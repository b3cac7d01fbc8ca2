import { type RefCallback, type SubmitEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { errorDataOf } from './api-error.ts';
import { clearDraft, readDraft, writeDraft } from './drafts.ts';
import { FieldError } from './field-error.ts';

export interface FormControl<Values> {
  values: Values;
  /** What is wrong, by dotted path. */
  errors: Readonly<Record<string, string>>;
  /** What is wrong with the whole; null when nothing is. */
  failure: string | null;
  isBusy: boolean;
  isDirty: boolean;
  set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void;
  reset: (values: Values) => void;
  submit: (event?: SubmitEvent) => Promise<void>;
  /** Goes around the fields, so that focus finds the first error. */
  ref: RefCallback<HTMLElement>;
}

interface FormOptions<Values, Output> {
  schema: z.ZodType<Output>;
  initial: Values;
  /** What is checked and sent for what was typed; the values themselves when left out. */
  toInput?: (values: Values) => unknown;
  onSubmit: (input: Output) => Promise<unknown>;
  /** Keeps what was typed under this name over reload and sign-in. */
  draftKey?: string;
  /** Never kept: passwords. */
  unkept?: readonly (keyof Values)[];
  /** What to say when the server does not answer. */
  unreachable: string;
}

function restore<Values extends object>(initial: Values, draftKey: string | undefined): Values {
  const draft = draftKey === undefined ? null : readDraft(draftKey);
  if (typeof draft !== 'object' || draft === null) return initial;
  const kept = Object.entries(draft).filter(
    ([name, value]) => name in initial && typeof value === typeof Reflect.get(initial, name),
  );
  return { ...initial, ...Object.fromEntries(kept) };
}

/** The errors that are not about this field, nor about anything inside it. */
function without(errors: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).filter(([path]) => path !== name && !path.startsWith(`${name}.`)),
  );
}

/** A form checked by the schema of its procedure: focus goes to the first error, what was typed is kept. */
export function useForm<Values extends object, Output>(
  options: FormOptions<Values, Output>,
): FormControl<Values> {
  const { schema, toInput, onSubmit, draftKey, unkept = [], unreachable } = options;
  const box = useRef<HTMLElement>(null);
  const ref = useCallback((node: HTMLElement | null) => {
    box.current = node;
  }, []);
  const [initial, setInitial] = useState(options.initial);
  const [values, setValues] = useState(() => restore(options.initial, draftKey));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    if (Object.keys(errors).length > 0)
      box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  function show(problems: readonly { path: string; message: string }[]) {
    const first: Record<string, string> = {};
    for (const { path, message } of problems) first[path] ??= message;
    setErrors(first);
  }

  function keep(next: Values) {
    setValues(next);
    if (draftKey === undefined) return;
    const kept = Object.entries(next).filter(([name]) => !unkept.some((hidden) => hidden === name));
    writeDraft(draftKey, Object.fromEntries(kept));
  }

  async function submit(event?: SubmitEvent) {
    event?.preventDefault();
    if (isBusy) return;
    setFailure(null);
    const parsed = schema.safeParse(toInput ? toInput(values) : values);
    if (!parsed.success) {
      show(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })));
      return;
    }
    setErrors({});
    setBusy(true);
    try {
      await onSubmit(parsed.data);
      if (draftKey !== undefined) clearDraft(draftKey);
    } catch (error) {
      if (error instanceof FieldError) return setErrors({ [error.field]: error.message });
      const data = errorDataOf(error);
      if (data?.fields?.length) show(data.fields);
      else if (data?.code !== 'CONFIRM_IDENTITY')
        setFailure(data?.reason?.message ?? data?.userMessage ?? unreachable);
    } finally {
      setBusy(false);
    }
  }

  return {
    values,
    errors,
    failure,
    isBusy,
    isDirty: JSON.stringify(values) !== JSON.stringify(initial),
    set: (name, value) => {
      keep({ ...values, [name]: value });
      setErrors((now) => without(now, String(name)));
    },
    reset: (next) => {
      setInitial(next);
      setValues(next);
      setErrors({});
      setFailure(null);
      if (draftKey !== undefined) clearDraft(draftKey);
    },
    submit,
    ref,
  };
}
