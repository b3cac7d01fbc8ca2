import { SECURITY_POLICY_RANGE, type SecurityPolicyLimit } from '@sallyport/contracts/staff';
import type { FormControl } from '@sallyport/forms';
import { Field, TextInput } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';
import type { PolicyValues } from './policy-values.ts';

const t = strings.settings;

/** A number with its unit, its safe range, why it is there and which standard says so. */
export function LimitField({ limit, form }: { limit: SecurityPolicyLimit; form: FormControl<PolicyValues> }) {
  const { label, unit, help, source } = t.limits[limit];
  const { from, to, standard } = SECURITY_POLICY_RANGE[limit];
  return (
    <Field
      label={label}
      error={form.errors[limit]}
      help={
        <>
          {help} {t.range(from, to, standard)}. {source}.
        </>
      }
    >
      {(ids) => (
        <span className="flex items-center gap-2">
          <TextInput
            {...ids}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-20 tabular-nums"
            value={form.values[limit]}
            onChange={(event) => form.set(limit, event.target.value)}
          />
          <span className="text-text-2">{unit}</span>
        </span>
      )}
    </Field>
  );
}
