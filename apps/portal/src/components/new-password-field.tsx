import { PASSWORD_LENGTH, passwordLength } from '@sallyport/contracts/common';
import { Field, type InputSize, PasswordInput, StrengthHint } from '@sallyport/ui';
import { strings } from '../strings/strings.ts';

const t = strings.auth.password;
const SHORTEST_CONTEXT = 4;

function problemsOf(password: string, context: readonly string[]): string[] {
  const folded = password.toLowerCase();
  const words = context
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= SHORTEST_CONTEXT);
  const problems: string[] = [];
  if (password !== '' && new Set(folded).size <= 3) problems.push(t.repeats);
  if (words.some((word) => folded.includes(word))) problems.push(t.context);
  return problems;
}

/** A password being chosen, with guidance while it is typed. The server has the last word. */
export function NewPasswordField({
  label = t.label,
  value,
  onChange,
  error,
  context = [],
  size,
  autoFocus,
}: {
  label?: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** Names and addresses that a password should not contain. */
  context?: readonly string[];
  size?: InputSize;
  autoFocus?: boolean;
}) {
  return (
    <div className="flex flex-col gap-2">
      <Field label={label} help={t.help} error={error}>
        {(ids) => (
          <PasswordInput
            {...ids}
            size={size}
            autoComplete="new-password"
            autoFocus={autoFocus}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {value === '' ? null : (
        <StrengthHint
          length={passwordLength(value)}
          required={PASSWORD_LENGTH.minimum}
          problems={error ? [] : problemsOf(value, context)}
        />
      )}
    </div>
  );
}
